package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.AuditChange;
import no.dataverket.contract.api.AuditEntry;
import no.dataverket.contract.api.AutomationClass;
import no.dataverket.contract.api.BlastRadius.DataRisk;
import no.dataverket.contract.api.BlastRadius.Reach;
import no.dataverket.contract.api.Condition;
import no.dataverket.contract.api.DriftAction;
import no.dataverket.contract.api.FenceProof;
import no.dataverket.contract.api.Hypervisor;
import no.dataverket.contract.api.HypervisorCreate;
import no.dataverket.contract.api.HypervisorPatch;
import no.dataverket.contract.api.HypervisorStatus;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.command.HostVerdict;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.DeregisterHost;
import no.dataverket.contract.command.MaskinMessages.DriftPolicy;
import no.dataverket.contract.command.MaskinMessages.HostCustody;
import no.dataverket.contract.command.MaskinMessages.HostObserved;
import no.dataverket.contract.command.MaskinMessages.HostPlace;
import no.dataverket.contract.command.MaskinMessages.HostRegistered;
import no.dataverket.contract.command.MaskinMessages.RegisterHost;
import no.dataverket.contract.command.MaskinMessages.SetSchedulable;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.Bodies;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Preconditions;
import no.dataverket.sentral.approvals.Sensitivity;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.inventory.VmDriftBook;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;
import org.jspecify.annotations.Nullable;

/// Hypervisors, which operators manage and tenants never see.
public final class HypervisorOffering implements Offering {

    private static final String MASKIN = MaskinMessages.SERVICE;

    /// Of those that were registered without saying which.
    private static final String USUAL_CLASS = "standard";

    /// Phases that follow what is seen of the host.
    private static final Set<Phase> SETTLED = Set.of(Phase.READY, Phase.DEGRADED, Phase.UNKNOWN);

    private final Context context;
    private final Facade facade;
    private final PlatformResources platform;

    public HypervisorOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
        this.platform = new PlatformResources(context, IdKind.HYPERVISOR);
    }

    /// What is wanted of a hypervisor.
    record Spec(
            String driver,
            String endpoint,
            @Nullable Integer vcpus,
            @Nullable Integer memoryMib,
            boolean schedulable,
            @Nullable String hypervisorClass,
            @Nullable String rack,
            @Nullable String powerFeed,
            @Nullable String room,
            @Nullable String jurisdiction,
            @Nullable String storage,
            @Nullable DriftAction onMissing,
            @Nullable DriftAction onChanged,
            @Nullable DriftAction onStopped,
            @Nullable DriftAction onRunning) {

        HypervisorPatch changeable() {
            return new HypervisorPatch(
                    schedulable,
                    rack,
                    powerFeed,
                    room,
                    jurisdiction,
                    usual(onMissing),
                    usual(onChanged),
                    usual(onStopped),
                    usual(onRunning));
        }

        Spec patched(HypervisorPatch patch) {
            return new Spec(
                    driver,
                    endpoint,
                    vcpus,
                    memoryMib,
                    patch.schedulable(),
                    hypervisorClass,
                    patch.rack(),
                    patch.powerFeed(),
                    patch.room(),
                    patch.jurisdiction(),
                    storage,
                    patch.onMissing(),
                    patch.onChanged(),
                    patch.onStopped(),
                    patch.onRunning());
        }
    }

    /// What is known of a hypervisor.
    record Known(
            int vcpus,
            int memoryMib,
            @Nullable String virtualization,
            @Nullable String virtualizationNote,
            @Nullable String runtimeVersion,
            int vcpusReserved,
            int memoryMibReserved,
            int vms,
            int foreignDomains,
            @Nullable Instant observedAt,
            List<Condition> conditions,
            @Nullable HostCustody custody) {

        /// Nothing yet.
        static final Known NOTHING = new Known(0, 0, null, null, null, 0, 0, 0, 0, null, List.of(), null);

        Known seenAgain(Instant at) {
            return new Known(
                    vcpus,
                    memoryMib,
                    virtualization,
                    virtualizationNote,
                    runtimeVersion,
                    vcpusReserved,
                    memoryMibReserved,
                    vms,
                    foreignDomains,
                    at,
                    conditions,
                    custody);
        }

        Known saying(List<Condition> now) {
            return new Known(
                    vcpus,
                    memoryMib,
                    virtualization,
                    virtualizationNote,
                    runtimeVersion,
                    vcpusReserved,
                    memoryMibReserved,
                    vms,
                    foreignDomains,
                    observedAt,
                    now,
                    custody);
        }

        @Nullable
        FenceProof fence() {
            return custody == null ? null : custody.fence();
        }

        boolean maintenance() {
            return custody != null && custody.maintenance();
        }

        @Nullable
        String quarantine() {
            return custody == null ? null : custody.quarantine();
        }

        @Nullable
        HostVerdict verdict() {
            return custody == null ? null : custody.verdict();
        }

        /// What was judged of its failures, while it holds.
        Optional<HostVerdict> holding() {
            return Optional.ofNullable(verdict()).filter(verdict -> verdict.until() != null);
        }
    }

    private record Nothing() {}

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listHypervisors",
                        call -> {
                            new Actor(call.actor()).require(Access.OPERATOR, null, null);
                            return platform.list(call, HypervisorOffering::view);
                        },
                "getHypervisor", this::get,
                "createHypervisor", call -> context.mutations().run(call, this::create),
                "updateHypervisor", call -> context.mutations().run(call, this::update),
                "deleteHypervisor", call -> context.mutations().run(call, this::delete));
    }

    @Override
    public List<Saga> sagas() {
        return List.of(
                Saga.of("hypervisor.create", 1)
                        .step(
                                "register",
                                "host reached and taken into service",
                                MASKIN,
                                this::registration,
                                host -> new DeregisterHost(host.target()))
                        .build(new Registration()),
                Saga.of("hypervisor.update", 1)
                        .finalStep("set-schedulable", "placement told", MASKIN, HypervisorOffering::change)
                        .build(new Rescheduling()),
                Saga.of("hypervisor.delete", 1)
                        .finalStep(
                                "deregister",
                                "host taken out of service",
                                MASKIN,
                                host -> new DeregisterHost(host.target()))
                        .build(new Removal()));
    }

    /// Takes what Maskin says of a host.
    public void observed(Transaction transaction, HostObserved seen) {
        var found = context.resources().lock(transaction, seen.hypervisor());
        if (found.isEmpty()) {
            return;
        }
        var host = found.get();
        var strangers = seen.strangers();
        if (strangers != null) {
            var where = new VmDriftBook.Host(host.id(), host.name(), host.datacenter());
            VmDriftBook.looked(transaction, where, strangers, seen.at());
        }
        var before = host.status(Known.class);
        var known = new Known(
                seen.vcpus(),
                seen.memoryMib(),
                before.virtualization(),
                before.virtualizationNote(),
                before.runtimeVersion(),
                seen.vcpusReserved(),
                seen.memoryMibReserved(),
                seen.vms(),
                seen.foreignDomains(),
                seen.at(),
                Conditions.continued(before.conditions(), HypervisorConditions.of(seen, host.name())),
                seen.custody());
        verdict(transaction, host, before.verdict(), known.verdict());
        var phase = SETTLED.contains(host.phase()) ? HypervisorConditions.phase(seen) : host.phase();
        if (phase == host.phase() && known.equals(before.seenAgain(seen.at()))) {
            context.resources().confirm(transaction, host.id(), known);
            return;
        }
        context.resources().observe(transaction, host.id(), phase, known);
        if (before.vcpus() != seen.vcpus() || before.memoryMib() != seen.memoryMib()) {
            DatacenterOffering.budget(context, transaction, host.datacenter());
        }
    }

    /// Writes down what was judged without anybody's request, once.
    private void verdict(
            Transaction transaction, Resource host, @Nullable HostVerdict before, @Nullable HostVerdict now) {
        if (now == null || (before != null && before.number() >= now.number())) {
            return;
        }
        var action = switch (now.verdict()) {
            case QUARANTINED -> "hypervisor.quarantine";
            case REPORTED -> "hypervisor.fail";
            case CLEARED -> "hypervisor.recover";
            // The request of whoever released it is in the log already.
            case RELEASED -> null;
        };
        if (action != null) {
            var id = Id.next(IdKind.AUDIT_ENTRY);
            context.audit()
                    .write(
                            transaction,
                            new AuditEntry(
                                    id,
                                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                                    "service:" + MASKIN,
                                    action,
                                    host.id(),
                                    host.name(),
                                    null,
                                    null,
                                    null,
                                    id.toString(),
                                    null,
                                    "SUCCEEDED",
                                    null,
                                    null,
                                    List.of(new AuditChange(
                                            "/status/verdict",
                                            before == null ? null : before.reason(),
                                            now.reason()))));
        }
    }

    private RegisterHost registration(SagaProgress progress) {
        var wanted = progress.input(HypervisorCreate.class);
        return new RegisterHost(
                progress.target(),
                wanted.name(),
                wanted.datacenter(),
                wanted.driver(),
                wanted.endpoint(),
                wanted.vcpus(),
                wanted.memoryMib(),
                wanted.hypervisorClass(),
                new HostPlace(wanted.rack(), wanted.powerFeed(), wanted.room(), wanted.jurisdiction()),
                wanted.storage());
    }

    private static SetSchedulable change(SagaProgress progress) {
        var wanted = progress.input(HypervisorPatch.class);
        return new SetSchedulable(
                progress.target(),
                wanted.schedulable(),
                new HostPlace(wanted.rack(), wanted.powerFeed(), wanted.room(), wanted.jurisdiction()),
                new DriftPolicy(
                        usual(wanted.onMissing()),
                        usual(wanted.onChanged()),
                        usual(wanted.onStopped()),
                        usual(wanted.onRunning())));
    }

    /// What nobody decided otherwise, as nobody could in an older version, is put right.
    private static DriftAction usual(@Nullable DriftAction decided) {
        return Objects.requireNonNullElse(decided, DriftAction.REPAIR);
    }

    private Answer get(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        return context.database().call(transaction -> {
            var host = platform.find(transaction, call, "hypervisor");
            return Answer.of(200, view(host)).etag(host.generation());
        });
    }

    private Answer create(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var body = change.call().body(HypervisorCreate.class);
        Secrets.requireNoPassword("endpoint", body.endpoint());
        var transaction = change.transaction();
        var datacenter = platform.datacenter(transaction, body.datacenter());
        var spec = new Spec(
                body.driver(),
                body.endpoint(),
                body.vcpus(),
                body.memoryMib(),
                true,
                body.hypervisorClass(),
                body.rack(),
                body.powerFeed(),
                body.room(),
                body.jurisdiction(),
                body.storage(),
                null,
                null,
                null,
                null);
        var host = platform.insert(transaction, datacenter, body.name(), spec, Known.NOTHING);
        change.creates("hypervisor " + host.name());
        return answer(change, host, change.begin("hypervisor.create", host, 1, body), Phase.PROVISIONING);
    }

    private Answer update(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var transaction = change.transaction();
        var host = idle(change);
        var spec = host.spec(Spec.class);
        var before = Json.tree(spec.changeable());
        var after = Bodies.read(Json.mergePatch(before, change.call().tree()), HypervisorPatch.class);
        var patched = spec.patched(after);
        context.resources().respecify(transaction, host.id(), patched);
        DatacenterOffering.budget(context, transaction, host.datacenter());
        change.changes("hypervisor " + host.name()).becomes(patched);
        var task = change.begin("hypervisor.update", host, host.generation() + 1, after);
        return answer(change, host, task, Phase.UPDATING);
    }

    private Answer delete(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var host = idle(change);
        int vms = host.status(Known.class).vms();
        if (vms > 0) {
            throw Failure.of(ProblemCode.RESOURCE_IN_USE, vms + " machines are placed on " + host.name() + ".")
                    .hint("Delete them first; see them: dvce vm list --datacenter " + host.datacenter());
        }
        if (context.resources().isLastHypervisorOfWork(change.transaction(), host)) {
            change.needs(Facade.consent(
                    host,
                    "hypervisor.delete",
                    new Sensitivity(Reach.DATACENTER, true, DataRisk.INTERRUPTION),
                    AutomationClass.AUTO,
                    Access.OPERATOR,
                    () -> view(host)));
        }
        change.deletes("hypervisor " + host.name());
        var task = change.begin("hypervisor.delete", host, host.generation(), new Nothing());
        return answer(change, host, task, Phase.DELETING);
    }

    private Resource idle(Change change) {
        var host = platform.lock(change.transaction(), change.call(), "hypervisor");
        Preconditions.ifMatch(change.call(), host.generation());
        Facade.requireIdle(host);
        return host;
    }

    private Answer answer(Change change, Resource host, Id task, Phase phase) {
        context.resources().occupy(change.transaction(), host.id(), task, phase);
        var stored = context.resources().find(change.transaction(), host.id()).orElseThrow();
        return facade.accepted(change.transaction(), task, view(stored), stored.generation());
    }

    static Hypervisor view(Resource host) {
        var spec = host.spec(Spec.class);
        var known = host.status(Known.class);
        return new Hypervisor(
                host.id(),
                host.name(),
                host.datacenter(),
                spec.driver(),
                spec.endpoint(),
                host.generation(),
                spec.schedulable(),
                Objects.requireNonNullElse(spec.hypervisorClass(), USUAL_CLASS),
                spec.rack(),
                spec.powerFeed(),
                spec.room(),
                spec.jurisdiction(),
                spec.storage(),
                usual(spec.onMissing()),
                usual(spec.onChanged()),
                usual(spec.onStopped()),
                usual(spec.onRunning()),
                known.vcpus(),
                known.memoryMib(),
                host.createdAt(),
                new HypervisorStatus(
                        host.phase(),
                        known.conditions(),
                        known.virtualization(),
                        known.virtualizationNote(),
                        known.runtimeVersion(),
                        known.vcpusReserved(),
                        known.memoryMibReserved(),
                        known.vms(),
                        known.foreignDomains(),
                        known.observedAt(),
                        known.maintenance(),
                        known.quarantine(),
                        known.holding()
                                .filter(HostVerdict::isQuarantine)
                                .map(HostVerdict::at)
                                .orElse(null),
                        known.holding().map(HostVerdict::until).orElse(null),
                        known.holding()
                                .filter(HostVerdict::isReport)
                                .map(HostVerdict::reason)
                                .orElse(null),
                        known.fence()));
    }

    private abstract class Hooks implements Saga.Hooks {
        final String action;

        Hooks(String action) {
            this.action = action;
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var host = facade.target(transaction, progress);
            var phase = action.equals("hypervisor.create") ? Phase.FAILED : Phase.DEGRADED;
            var known = host.status(Known.class).saying(Facade.failed(progress, cancelled, undone));
            settle(transaction, progress, host, phase, known, cancelled ? "CANCELLED" : "FAILED");
        }

        void settle(
                Transaction transaction,
                SagaProgress progress,
                Resource host,
                Phase phase,
                Known known,
                String outcome) {
            context.resources().settle(transaction, host.id(), phase, known);
            DatacenterOffering.budget(context, transaction, host.datacenter());
            facade.auditEnd(transaction, progress, action, host, outcome);
        }
    }

    private final class Registration extends Hooks {
        Registration() {
            super("hypervisor.create");
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var host = facade.target(transaction, progress);
            var found = progress.result("register", HostRegistered.class);
            var known = new Known(
                    found.vcpus(),
                    found.memoryMib(),
                    found.virtualization(),
                    found.virtualizationNote(),
                    found.runtimeVersion(),
                    0,
                    0,
                    0,
                    0,
                    Instant.now(),
                    Facade.ready("The host answers."),
                    null);
            settle(transaction, progress, host, Phase.READY, known, "SUCCEEDED");
        }
    }

    private final class Rescheduling extends Hooks {
        Rescheduling() {
            super("hypervisor.update");
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var host = facade.target(transaction, progress);
            settle(transaction, progress, host, Phase.READY, host.status(Known.class), "SUCCEEDED");
        }
    }

    private final class Removal extends Hooks {
        Removal() {
            super("hypervisor.delete");
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var host = facade.target(transaction, progress);
            context.resources().delete(transaction, host.id());
            VmDriftBook.over(transaction, host.id(), Instant.now());
            DatacenterOffering.budget(context, transaction, host.datacenter());
            facade.auditEnd(transaction, progress, action, host, "SUCCEEDED");
        }
    }
}
