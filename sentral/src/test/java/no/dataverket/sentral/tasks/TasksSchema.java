package no.dataverket.sentral.tasks;

import java.util.List;
import no.dataverket.core.db.Database;
import no.dataverket.core.testing.RealServers;

/// The schema `tasks`, whose name the statements bear, so that the test classes of one JVM share it and the
/// role that owns it.
final class TasksSchema {

    private static final String ROLE = "tasks_test";

    private TasksSchema() {}

    /// Connects, and migrates where nobody did.
    static Database connect(int connections) {
        var settings =
                RealServers.postgres().role(ROLE, List.of("tasks"), connections).withPatience(RealServers.PATIENCE);
        return Database.connect(settings).migrate("tasks", Database.MESSAGING, "no/dataverket/sentral/tasks");
    }
}
