package no.dataverket.sentral.api;

import java.util.Arrays;
import java.util.List;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.TaskPriority;
import no.dataverket.core.http.Call;

/// How a caller would have the task of their request run.
///
/// @param fail whether they would rather be refused than wait for what is away
record Wishes(TaskPriority priority, boolean fail) {

    /// @throws Failure `VALIDATION_FAILED`
    static Wishes of(Call call) {
        var block = call.parameter("block").orElse("hold");
        if (!block.equals("hold") && !block.equals("fail")) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "block must be hold or fail.");
        }
        var wish = call.parameter("priority").orElse(TaskPriority.INTERACTIVE.name());
        var priority = Arrays.stream(TaskPriority.values())
                .filter(known -> known.name().equals(wish))
                .findFirst()
                .orElseThrow(
                        () -> Failure.of(ProblemCode.VALIDATION_FAILED, "priority must be INTERACTIVE or BACKGROUND."));
        return new Wishes(priority, block.equals("fail"));
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
