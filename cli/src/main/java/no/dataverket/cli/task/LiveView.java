package no.dataverket.cli.task;

import java.io.PrintStream;
import java.time.InstantSource;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;

/// Draws the task's steps again in place, on a terminal.
final class LiveView implements TaskView {

    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";
    private static final String CLEAR_LINE = "\u001b[K";

    private final PrintStream err;
    private final Style style;
    private final InstantSource clock;
    private String last = "";
    private int drawn;
    private int frame;

    LiveView(PrintStream err, Style style, InstantSource clock) {
        this.err = err;
        this.style = style;
        this.clock = clock;
    }

    @Override
    public void show(Node task) {
        var now = clock.instant();
        var steps = task.field("steps").items();
        var text = new StringBuilder(style.bold(StepText.title(task)))
                .append(CLEAR_LINE)
                .append('\n');
        for (var step : steps) {
            text.append(StepText.line(step, style, now, frame))
                    .append(CLEAR_LINE)
                    .append('\n');
        }
        frame++;
        if (text.toString().equals(last)) {
            return;
        }
        last = text.toString();
        err.print(NO_WRAP + (drawn > 0 ? "\u001b[" + drawn + "F" : "") + text + "\u001b[J" + WRAP);
        err.flush();
        drawn = steps.size() + 1;
    }

    @Override
    public void end() {
        drawn = 0;
        last = "";
    }
}
