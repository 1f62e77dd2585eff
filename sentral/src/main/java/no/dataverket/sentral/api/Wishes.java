package no.dataverket.sentral.api;

import java.util.List;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.TaskPriority;
import no.dataverket.core.http.Call;

/// How a caller would have the task of their request run.
///
/// @param fail whether they would rather be refused than wait for what is away
record Wishes(TaskPriority priority, boolean fail) {

    static Wishes of(Call call) {
        var priority = call.parameter("priority").map(TaskPriority::valueOf).orElse(TaskPriority.INTERACTIVE);
        boolean fail = call.parameter("block").filter("fail"::equals).isPresent();
        return new Wishes(priority, fail);
    }

    /// Refuses what would have to wait, if the caller would rather know at once.
    ///
    /// @param away the services that are needed and away
    /// @throws Failure `DEPENDENCY_UNAVAILABLE`
    void requirePresent(List<String> away) {
        if (fail && !away.isEmpty()) {
            throw Failure.of(
                            ProblemCode.DEPENDENCY_UNAVAILABLE,
                            "This needs " + String.join(" and ", away) + ", which is away; nothing was begun.")
                    .hint("Repeat it later, or without block=fail to have it wait: dv health get");
        }
    }
}
