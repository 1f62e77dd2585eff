package no.dataverket.cli.task;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import no.dataverket.cli.json.Node;
import no.dataverket.cli.output.Style;

/// Writes one line for each step that changes its state, for logs.
final class LineView implements TaskView {

    private final PrintStream err;
    private final Style style;
    private final InstantSource clock;
    private final Map<String, String> seen = new HashMap<>();
    private boolean titled;

    LineView(PrintStream err, Style style, InstantSource clock) {
        this.err = err;
        this.style = style;
        this.clock = clock;
    }

    @Override
    public void show(Node task) {
        if (!titled) {
            err.println(StepText.title(task));
            titled = true;
        }
        for (var step : task.field("steps").items()) {
            var state = step.field("state").text();
            var before = seen.put(step.field("name").text(), state);
            if (!state.equals(before) && !state.equals("PENDING")) {
                err.println(StepText.line(step, style, clock.instant(), -1));
            }
        }
        err.flush();
    }

    @Override
    public void end() {
        err.flush();
    }
}
