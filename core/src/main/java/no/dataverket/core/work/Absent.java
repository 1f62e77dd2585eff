package no.dataverket.core.work;

/// Thrown by a handler when something that it needs is away. The task becomes `BLOCKED_DEPENDENCY`; no try is
/// counted, and the command comes again when the dependency is back.
public final class Absent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String dependency;

    /// @param dependency what is away, as `libvirt on hv-1`
    /// @param cause why, for operators
    public Absent(String dependency, String cause) {
        super(cause);
        this.dependency = dependency;
    }

    public String dependency() {
        return dependency;
    }
}
