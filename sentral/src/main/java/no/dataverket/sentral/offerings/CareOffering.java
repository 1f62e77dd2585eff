package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.RunbookLibrary;
import no.dataverket.contract.api.Finding;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.contract.api.Findings;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Runbook;
import no.dataverket.contract.api.RunbookUse;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.approvals.ApprovalFindings;
import no.dataverket.sentral.inventory.HypervisorFindings;
import no.dataverket.sentral.inventory.ImageFindings;
import no.dataverket.sentral.inventory.InventoryFindings;
import no.dataverket.sentral.inventory.ResourceFindings;
import no.dataverket.sentral.inventory.VmDriftBook;
import no.dataverket.sentral.tasks.TaskFindings;
import no.dataverket.sentral.tenancy.BudgetFindings;
import no.dataverket.sentral.tenancy.UsageFindings;

/// What is wrong now, and what an operator does about it.
public final class CareOffering implements Offering {

    private static final int MOST_DATACENTERS = 1_000;

    private final Context context;
    private final RunbookLibrary library = RunbookLibrary.packaged();

    public CareOffering(Context context) {
        this.context = context;
    }

    /// Shows the findings as a metric too, from then on.
    public void measure() {
        FindingGauge.register(context.telemetry().registry(), this::look);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "getFindings",
                this::findings,
                "listRunbooks",
                this::list,
                "getRunbook",
                call -> Answer.of(200, named(call)),
                "useRunbook",
                call -> context.mutations().run(call, this::use));
    }

    private Answer findings(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        return Answer.of(200, new Findings(Instant.now(), look()));
    }

    private List<Finding> look() {
        var findings = new ArrayList<>(services());
        findings.addAll(context.database().call(this::look));
        findings.sort(Comparator.comparing(Finding::severity));
        return findings;
    }

    private List<Finding> look(Transaction transaction) {
        var findings = new ArrayList<Finding>();
        findings.addAll(ResourceFindings.look(transaction));
        findings.addAll(HypervisorFindings.look(transaction));
        findings.addAll(ImageFindings.look(transaction));
        findings.addAll(InventoryFindings.look(transaction));
        findings.addAll(VmDriftBook.look(transaction));
        findings.addAll(TaskFindings.look(transaction));
        findings.addAll(ApprovalFindings.look(transaction));
        findings.addAll(BudgetFindings.look(transaction, datacenters(transaction)));
        findings.addAll(UsageFindings.look(transaction));
        return findings;
    }

    private Map<UUID, String> datacenters(Transaction transaction) {
        var names = new HashMap<UUID, String>();
        context.datacenters()
                .list(transaction, null, MOST_DATACENTERS)
                .forEach(datacenter -> names.put(datacenter.id().uuid(), datacenter.name()));
        return names;
    }

    private List<Finding> services() {
        return Platform.parts(context).stream()
                .filter(part -> !part.state().equals(Platform.UP))
                .map(part -> library.finding(
                        part.up() ? FindingCode.SERVICE_FAILING : FindingCode.SERVICE_DOWN,
                        part.name() + ": " + part.detail(),
                        1,
                        List.of(part.name()),
                        part.up() ? part.since() : part.lastSeen()))
                .toList();
    }

    private Answer list(Call call) {
        return Pages.of(call).whole(library.all());
    }

    private Answer use(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var runbook = named(change.call());
        var reason = change.call().body(RunbookUse.class).reason();
        var name = runbook.id() + (reason == null ? "" : ": " + reason);
        change.audit("runbook.use", Id.next(IdKind.EVENT), name, null, null);
        return Answer.of(200, runbook);
    }

    private Runbook named(Call call) {
        var id = call.named("runbook");
        return library.find(id)
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no runbook " + id + ".")
                        .hint("See what there is: dv runbook list"));
    }
}
