package no.dataverket.sentral.tasks;

/// Which runbook goes with which trouble. Every blocked or failed state carries one.
public final class Runbooks {

    /// A service of the platform is away.
    public static final String SERVICE_DOWN = "rb-svc-001";

    /// A hypervisor or its switch is away.
    public static final String HYPERVISOR_UNREACHABLE = "rb-hv-001";

    /// A hypervisor is away for so long that nobody knows what it runs.
    public static final String HYPERVISOR_LOST = "rb-hv-002";

    /// A hypervisor fails at what it is asked for, again and again.
    public static final String HYPERVISOR_FAILS = "rb-hv-003";

    /// A task failed.
    public static final String TASK_FAILED = "rb-task-001";

    /// A task waits for its turn, or for a server that knows its definition.
    public static final String TASK_WAITS = "rb-task-002";

    /// A task makes no progress, and should.
    public static final String TASK_STUCK = "rb-task-003";

    /// Something waits for consent.
    public static final String APPROVAL = "rb-apr-001";

    /// A machine is not as it is wanted.
    public static final String VM_DEGRADED = "rb-vm-001";

    /// A network is not as it is wanted.
    public static final String NETWORK_DEGRADED = "rb-net-001";

    /// A message could not be taken.
    public static final String DEAD_LETTER = "rb-msg-001";

    private Runbooks() {}

    /// The runbook of an absent dependency, by its name.
    static String of(String dependency) {
        if (dependency.startsWith("switch on ")) {
            return NETWORK_DEGRADED;
        }
        return dependency.contains(" on ") ? HYPERVISOR_UNREACHABLE : SERVICE_DOWN;
    }
}
