package no.dataverket.cli.task;

import java.time.Instant;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;
import no.dataverket.cli.output.Times;

/// Puts tasks and their steps into words.
final class StepText {

    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    private StepText() {}

    /// As in `Task task_01k3v8q7 · create vm web-1`.
    static String title(Node task) {
        return "Task " + Style.clean(task.field("id").text()) + " · " + action(task);
    }

    /// As in `create vm web-1`.
    static String action(Node task) {
        var kind = task.field("kind").text();
        var dot = kind.indexOf('.');
        var action = dot < 0 ? kind : kind.substring(dot + 1) + " " + kind.substring(0, dot);
        return Style.clean(action + " " + task.field("target_name").text());
    }

    /// One step in one line.
    ///
    /// @param frame of the spinner; negative where nothing moves
    static String line(Node step, Style style, Instant now, int frame) {
        var state = step.field("state").text();
        var title = Style.clean(step.field("title").textOr(step.field("name").text()));
        var message = note(step, state);
        var text = new StringBuilder("  ").append(mark(state, style, frame)).append(' ');
        text.append(state.equals("PENDING") || state.equals("SKIPPED") ? style.faint(title) : title);
        if (!message.isEmpty()) {
            text.append("  ").append(style.faint(message));
        }
        var took = took(step, now);
        return took.isEmpty()
                ? text.toString()
                : text.append("  ").append(style.faint(took)).toString();
    }

    private static String note(Node step, String state) {
        var error = step.field("error");
        var said = Style.clean(
                error.isMissing()
                        ? step.field("message").text()
                        : error.field("detail").text());
        var attempts = step.field("attempts").number();
        return switch (state) {
            case "RECONCILING" -> "follows later" + (said.isEmpty() ? "" : ": " + said);
            case "BLOCKED" -> "waits" + (said.isEmpty() ? "" : ": " + said);
            case "RETRY_WAIT" -> "tried " + attempts + " times, tries again" + (said.isEmpty() ? "" : ": " + said);
            case "UNDOING" -> "undoing" + (said.isEmpty() ? "" : ": " + said);
            case "UNDONE" -> "undone";
            case "UNDO_FAILED" -> "could not be undone" + (said.isEmpty() ? "" : ": " + said);
            case "SKIPPED" -> "skipped" + (said.isEmpty() ? "" : ": " + said);
            default -> said;
        };
    }

    private static String mark(String state, Style style, int frame) {
        return switch (state) {
            case "SUCCEEDED" -> style.good("✓");
            case "FAILED", "UNDO_FAILED" -> style.bad("✗");
            case "RUNNING", "UNDOING" ->
                style.busy(frame < 0 ? "…" : String.valueOf(SPINNER.charAt(frame % SPINNER.length())));
            case "RETRY_WAIT" -> style.busy("↻");
            case "BLOCKED", "RECONCILING" -> style.busy("‖");
            case "UNDONE" -> "↶";
            case "SKIPPED" -> style.faint("-");
            default -> style.faint("·");
        };
    }

    private static String took(Node step, Instant now) {
        var started = step.field("started_at").text();
        if (!Times.isTime(started)) {
            return "";
        }
        var finished = step.field("finished_at").text();
        var end = Times.isTime(finished) ? Times.epochMillis(finished) : now.toEpochMilli();
        return Times.took(Math.max(0, end - Times.epochMillis(started)));
    }
}
