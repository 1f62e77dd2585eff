package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Map;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Workflow;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.tasks.Workflows;

/// What each kind of task needs, for operators.
public final class WorkflowOffering implements Offering {

    private final Context context;

    public WorkflowOffering(Context context) {
        this.context = context;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of("listWorkflows", this::list, "getWorkflow", this::get);
    }

    private Answer list(Call call) {
        return Pages.of(call)
                .page(workflows(call), workflow -> Id.next(IdKind.EVENT).uuid(), shown -> shown);
    }

    private Answer get(Call call) {
        var named = call.named("workflow");
        return workflows(call).stream()
                .filter(workflow -> workflow.kind().equals(named))
                .findFirst()
                .map(workflow -> Answer.of(200, workflow))
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no kind of task " + named + ".")
                        .hint("See what there is: dv workflow list"));
    }

    private List<Workflow> workflows(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        return Workflows.of(context.engine().sagas());
    }
}
