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
    private int drawn;
    private int frame;

    LiveView(PrintStream err, Style style, InstantSource clock) {
        this.err = err;
        this.style = style;
        this.clock = clock;
    }

    @Override
    public void show(Node task) {
        var text = new StringBuilder(NO_WRAP);
        if (drawn > 0) {
            text.append("\u001b[").append(drawn).append("F");
        }
        var now = clock.instant();
        var steps = task.field("steps").items();
        text.append(style.bold(StepText.title(task))).append(CLEAR_LINE).append('\n');
        for (var step : steps) {
            text.append(StepText.line(step, style, now, frame))
                    .append(CLEAR_LINE)
                    .append('\n');
        }
        drawn = steps.size() + 1;
        frame++;
        err.print(text.append("\u001b[J").append(WRAP));
        err.flush();
    }

    @Override
    public void end() {
        drawn = 0;
    }
}
