package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operation.Lane;

/// Tasks: what is going on, why it waits, and what can be done about it; and what each kind of task needs.
final class TaskOperations {

    private static final String[] SCOPE = {"tenant", "project", "environment"};
    private static final List<String> TASK = List.of(
            "ID=id",
            "KIND=kind",
            "TARGET=target_name",
            "STATE=state",
            "STEPS=steps_done",
            "OF=progress.of",
            "BY=created_by",
            "AGE=created_at");
    private static final List<String> QUEUE = List.of(
            "ID=id",
            "KIND=kind",
            "TARGET=target_name",
            "STATE=state",
            "PRIORITY=priority",
            "WAITS_FOR=waiting_for.name",
            "AHEAD=waiting_for.ahead",
            "SINCE=waiting_for.since",
            "AGE=created_at");
    private static final List<String> DIAGNOSIS = List.of("TASK=task", "STATE=state", "STUCK=stuck", "SUMMARY=summary");
    private static final List<String> WORKFLOW = List.of("KIND=kind", "VERSION=version", "LIMIT=limit");

    private TaskOperations() {}

    static List<Operation> all() {
        return List.of(
                get("listTasks", "/v1/tasks", "List tasks, newest first")
                        .lists(Task.class)
                        .scoped(SCOPE)
                        .text("state", "Only in this state.")
                        .text("target", "Only on this resource, by identifier.")
                        .text("parent", "Only those that this task began.")
                        .flag("stuck", "Only those that make no progress, and should.")
                        .cli(
                                "dv",
                                "task",
                                "list",
                                TASK,
                                "dv task list",
                                "dv task list --state BLOCKED_DEPENDENCY",
                                "dv task list --stuck -o json")
                        .build(),
                get(
                                "queueTasks",
                                "/v1/tasks:queue",
                                "List the tasks that have not ended, oldest first, and what each waits for")
                        .lists(Task.class)
                        .scoped(SCOPE)
                        .text("target", "Only on this resource, by identifier.")
                        .cli(
                                "dv",
                                "task",
                                "queue",
                                QUEUE,
                                "dv task queue",
                                "dv task queue --project shop",
                                "dv task queue -o json")
                        .build(),
                get("getTask", "/v1/tasks/{task}", "Get a task with its steps")
                        .costs(Lane.POLL, 1)
                        .answers(Task.class)
                        .cli(
                                "dv",
                                "task",
                                "get",
                                TASK,
                                "dv task get TASK",
                                "dv task get TASK -o json",
                                "dv task wait TASK")
                        .build(),
                get("waitTask", "/v1/tasks/{task}:wait", "Wait until the task ends or changes")
                        .costs(Lane.WAIT, 1)
                        .answers(Task.class)
                        .text("timeout", "How long to wait at most, 0s to 60s; 30s if left out.")
                        .integer("changed_since", "Answer as soon as the task's version is above this; see the ETag.")
                        .build(),
                get("diagnoseTask", "/v1/tasks/{task}:diagnose", "Why a task is where it is, and what to do about it")
                        .answers(TaskDiagnosis.class)
                        .cli(
                                "dv",
                                "task",
                                "diagnose",
                                DIAGNOSIS,
                                "dv task diagnose TASK",
                                "dv task diagnose TASK -o json",
                                "dv task list --stuck")
                        .build(),
                post("cancelTask", "/v1/tasks/{task}:cancel", "Ask a task to stop and undo what it did")
                        .costs(Lane.DESTRUCTIVE, 1)
                        .answers(Task.class)
                        .cli(
                                "dv",
                                "task",
                                "cancel",
                                TASK,
                                "dv task cancel TASK",
                                "dv task list --state RUNNING",
                                "dv task get TASK")
                        .build(),
                post(
                                "retryTask",
                                "/v1/tasks/{task}:retry",
                                "Take a failed task up again, as a new one, from the step that failed")
                        .answers(Task.class)
                        .cli(
                                "dv",
                                "task",
                                "retry",
                                TASK,
                                "dv task retry TASK",
                                "dv task list --state FAILED",
                                "dv task diagnose TASK")
                        .build(),
                post("prioritizeTask", "/v1/tasks/{task}:prioritize", "Put a task into another lane")
                        .by(Access.OPERATOR)
                        .takes(TaskPrioritize.class)
                        .answers(Task.class)
                        .cli(
                                "dv",
                                "task",
                                "prioritize",
                                QUEUE,
                                "dv task prioritize TASK --priority BACKGROUND",
                                "dv task prioritize TASK --priority INTERACTIVE",
                                "dv task queue")
                        .build(),
                get(
                                "listWorkflows",
                                "/v1/operator/workflows",
                                "List the kinds of task, their steps and what each needs")
                        .by(Access.OPERATOR)
                        .lists(Workflow.class)
                        .cli(
                                "dv",
                                "workflow",
                                "list",
                                WORKFLOW,
                                "dv workflow list",
                                "dv workflow get vm.create",
                                "dv workflow list -o json")
                        .build(),
                get(
                                "getWorkflow",
                                "/v1/operator/workflows/{workflow}",
                                "One kind of task, its steps and what each needs")
                        .by(Access.OPERATOR)
                        .answers(Workflow.class)
                        .cli(
                                "dv",
                                "workflow",
                                "get",
                                WORKFLOW,
                                "dv workflow get vm.create",
                                "dv workflow get vm.create -o json",
                                "dv workflow list")
                        .build());
    }
}
