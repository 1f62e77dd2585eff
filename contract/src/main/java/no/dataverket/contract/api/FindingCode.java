package no.dataverket.contract.api;

/// The catalogue of what the platform finds wrong with itself. Each code is an alert as well, and has a
/// runbook: the build fails for one that has none.
public enum FindingCode {
    SERVICE_DOWN(Severity.CRITICAL, "A service of the platform is down", "dv health get"),
    HYPERVISOR_UNREACHABLE(Severity.CRITICAL, "A hypervisor does not answer", "dvce hypervisor list"),
    HYPERVISOR_LOST(Severity.CRITICAL, "Nobody knows what a hypervisor runs", "dvce hypervisor list"),
    HYPERVISOR_FAILS(Severity.CRITICAL, "Hypervisors fail, and too many to put in quarantine", "dvce hypervisor list"),
    SERVICE_FAILING(Severity.CRITICAL, "A service of the platform fails what it is asked", "dv health get"),
    NETWORK_DEGRADED(Severity.CRITICAL, "A network is not as it is wanted", "dvnet network list"),
    TASKS_BLOCKED(Severity.WARNING, "Tasks wait for something that is away", "dv task list --state BLOCKED_DEPENDENCY"),
    TASKS_STUCK(Severity.WARNING, "Tasks make no progress, and should", "dv task list --stuck"),
    UNDO_FAILED(Severity.WARNING, "What a failed task had done is not wholly undone", "dv task list --state FAILED"),
    DEAD_LETTERS(Severity.WARNING, "Messages could not be taken", "dv dead-letter list --state OPEN"),
    MESSAGES_NOT_SENT(Severity.WARNING, "Messages wait to be sent", "dv health get"),
    USAGE_DIFFERS(Severity.WARNING, "Use and its records differ", "dv usage check"),
    CAPACITY_LOW(Severity.WARNING, "A datacenter is nearly full", "dvce hypervisor list"),
    HYPERVISOR_QUARANTINED(Severity.WARNING, "A hypervisor fails and is in quarantine", "dvce hypervisor list"),
    INVENTORY_DRIFT(Severity.WARNING, "The inventory and what is there differ", "dv drift list --state OPEN"),
    VM_UNKNOWN(Severity.WARNING, "Nobody knows whether a machine runs", "dvce vm list"),
    VM_DEGRADED(Severity.NOTICE, "A machine is not as it is wanted", "dvce vm list"),
    VM_DRIFT(Severity.NOTICE, "A hypervisor and what was decided differ", "dvce drift list --state OPEN"),
    VOLUME_DEGRADED(Severity.NOTICE, "A volume is not as it is wanted", "dvce volume list"),
    RETIRED_IMAGE_USED(Severity.NOTICE, "Machines are made from a retired image", "dvce image list"),
    RESOURCES_FAILED(Severity.NOTICE, "A resource could not be made", "dv task list --state FAILED"),
    TASKS_FAILED(Severity.NOTICE, "Tasks failed in the last day", "dv task list --state FAILED"),
    TRUST_WAITS(
            Severity.NOTICE,
            "What was declared waits for a second operator",
            "dv trust-change list --state PENDING_APPROVAL"),
    APPROVALS_WAITING(Severity.NOTICE, "Requests wait for a decision", "dv approval list --state PENDING"),
    QUOTA_NEAR_LIMIT(Severity.NOTICE, "A quota is nearly used up", "dv quota list");

    private final Severity severity;
    private final String title;
    private final String command;

    FindingCode(Severity severity, String title, String command) {
        this.severity = severity;
        this.title = title;
        this.command = command;
    }

    public Severity severity() {
        return severity;
    }

    public String title() {
        return title;
    }

    /// The command that shows what is concerned.
    public String command() {
        return command;
    }
}
