package no.dataverket.cli.task;

import no.dataverket.cli.json.Node;

/// Shows a task while it goes on.
sealed interface TaskView permits LiveView, LineView {

    /// Called again and again; the task may be the same as before.
    void show(Node task);

    /// Called when nothing more will be shown.
    void end();
}
