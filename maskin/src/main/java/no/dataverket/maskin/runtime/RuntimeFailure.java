package no.dataverket.maskin.runtime;

import org.jspecify.annotations.Nullable;

/// A runtime couldn't do what it was asked to. The kind says what a caller may do; the message is for
/// operators.
public sealed class RuntimeFailure extends RuntimeException permits StaleWriter {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// What a caller can tell apart.
    public enum Kind {
        /// The hypervisor can't be asked. Nothing is known about its VMs; they may well run. Ask again later.
        UNREACHABLE,
        /// The VM isn't on this host.
        NOT_FOUND,
        /// A newer revision was here before. Asking again is of no use; see [StaleWriter].
        STALE,
        /// The request can't be carried out by any host like this one.
        INVALID,
        /// The host has something that stands in the way, or lacks a file or a bridge that the request names.
        CONFLICT,
        /// Disk space or memory is used up.
        NO_SPACE,
        /// The operation took longer than its limit. It may still take effect: observe.
        TIMEOUT,
        /// Anything else that went wrong in the hypervisor or in the driver.
        INTERNAL;

        /// Whether it says something of the host, rather than of what was asked of it. That a host can't be asked is
        /// another matter, of which is judged by whether it answers.
        public boolean isOfHost() {
            return switch (this) {
                case CONFLICT, NO_SPACE, TIMEOUT, INTERNAL -> true;
                case UNREACHABLE, NOT_FOUND, STALE, INVALID -> false;
            };
        }
    }

    public RuntimeFailure(Kind kind, String message) {
        this(kind, message, null);
    }

    public RuntimeFailure(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /// What a caller can tell apart.
    public Kind kind() {
        return kind;
    }
}
