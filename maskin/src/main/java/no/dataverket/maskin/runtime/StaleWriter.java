package no.dataverket.maskin.runtime;

/// The request came from a former owner or a former desired state, and nothing was changed.
public final class StaleWriter extends RuntimeFailure {

    private static final long serialVersionUID = 1L;

    private final transient Revision offered;
    private final transient Revision held;

    public StaleWriter(VmId vm, Revision offered, Revision held) {
        super(Kind.STALE, "revision " + offered + " of VM " + vm + " is stale: the host acted under " + held);
        this.offered = offered;
        this.held = held;
    }

    /// The revision of the request.
    public Revision offered() {
        return offered;
    }

    /// The revision that the host has acted under.
    public Revision held() {
        return held;
    }
}
