package no.dataverket.contract.bus;

/// The subject taxonomy. Commands and events are kept by JetStream; queries and heartbeats are not.
public final class Subjects {

    /// Everything that a command stream keeps.
    public static final String ALL_COMMANDS = "dv.*.cmd.>";

    /// Everything that the event stream keeps, the tasks' events among it.
    public static final String ALL_EVENTS = "dv.*.evt.>";

    /// Reports of steps.
    public static final String STEP_REPORT = "dv.task.evt.step-reported";

    private Subjects() {}

    /// Where one service takes one kind of command.
    public static String command(String service, String action) {
        return "dv." + service + ".cmd." + action;
    }

    /// All commands of one service.
    public static String commands(String service) {
        return "dv." + service + ".cmd.>";
    }

    /// A fact about an entity of one service.
    public static String event(String service, String entity, String verb) {
        return "dv." + service + ".evt." + entity + "." + verb;
    }

    /// All facts of one service.
    public static String events(String service) {
        return "dv." + service + ".evt.>";
    }

    /// A question that is answered at once, by request and reply.
    public static String query(String service, String question) {
        return "dv." + service + ".req." + question;
    }

    /// Where the processes of one service give each other hints, which nobody keeps.
    public static String signal(String service, String what) {
        return "dv." + service + ".sig." + what;
    }

    /// Where a service says that it lives.
    public static String heartbeat(String service) {
        return "dv." + service + ".beat";
    }

    /// Where all services say that they live.
    public static String heartbeats() {
        return "dv.*.beat";
    }
}
