package no.dataverket.maskin.runtime.libvirt;

import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;

/// What libvirt said about a call that failed.
///
/// Source of the numbers: `virterror.h`, and `errno.h` for the cause of a system error.
final class LibvirtError extends RuntimeException {

    static final int OPERATION_FAILED = 9;
    static final int OPERATION_INVALID = 55;
    static final int NO_DOMAIN = 42;
    static final int AGENT_UNRESPONSIVE = 86;
    static final int DEVICE_MISSING = 99;

    private static final long serialVersionUID = 1L;

    private static final int NO_MEMORY = 2;
    private static final int UNKNOWN_HOST = 4;
    private static final int NO_CONNECT = 5;
    private static final int INVALID_CONNECTION = 6;
    private static final int INVALID_ARGUMENT = 8;
    private static final int OS_TYPE = 16;
    private static final int NO_NAME = 21;
    private static final int NO_DEVICE = 23;
    private static final int XML_ERROR = 27;
    private static final int DOMAIN_EXISTS = 28;
    private static final int XML_DETAIL = 35;
    private static final int SYSTEM_ERROR = 38;
    private static final int RPC_ERROR = 39;
    private static final int INVALID_MAC = 44;
    private static final int AUTHENTICATION_FAILED = 45;
    private static final int CONFIGURATION_UNSUPPORTED = 67;
    private static final int OPERATION_TIMEOUT = 68;
    private static final int RESOURCE_BUSY = 87;
    private static final int XML_INVALID_SCHEMA = 92;

    private static final int DOMAIN_RPC = 7;

    private static final int ENOENT = 2;
    private static final int ENOMEM = 12;
    private static final int EBUSY = 16;
    private static final int EEXIST = 17;
    private static final int ENODEV = 19;
    private static final int ENOSPC = 28;
    private static final int EDQUOT = 122;

    private final int code;
    private final int domain;
    private final int errno;

    LibvirtError(int code, int domain, int errno, String message) {
        super(message + " (libvirt error " + domain + "/" + code + ")");
        this.code = code;
        this.domain = domain;
        this.errno = errno;
    }

    int code() {
        return code;
    }

    /// Whether the connection, and not the hypervisor, is at fault.
    boolean meansLostConnection() {
        return domain == DOMAIN_RPC || code == RPC_ERROR || code == INVALID_CONNECTION;
    }

    RuntimeFailure toFailure() {
        return new RuntimeFailure(kind(), String.valueOf(getMessage()), this);
    }

    private Kind kind() {
        return switch (code) {
            case NO_DOMAIN -> Kind.NOT_FOUND;
            case NO_CONNECT, UNKNOWN_HOST, AUTHENTICATION_FAILED, RPC_ERROR, INVALID_CONNECTION -> Kind.UNREACHABLE;
            case INVALID_ARGUMENT,
                    OS_TYPE,
                    NO_NAME,
                    NO_DEVICE,
                    XML_ERROR,
                    XML_DETAIL,
                    XML_INVALID_SCHEMA,
                    INVALID_MAC,
                    CONFIGURATION_UNSUPPORTED -> Kind.INVALID;
            case OPERATION_FAILED, OPERATION_INVALID, DOMAIN_EXISTS, RESOURCE_BUSY, DEVICE_MISSING -> Kind.CONFLICT;
            case OPERATION_TIMEOUT -> Kind.TIMEOUT;
            case NO_MEMORY -> Kind.NO_SPACE;
            case SYSTEM_ERROR -> systemKind();
            default -> Kind.INTERNAL;
        };
    }

    private Kind systemKind() {
        return switch (errno) {
            case ENOSPC, EDQUOT, ENOMEM -> Kind.NO_SPACE;
            case ENOENT, ENODEV, EEXIST, EBUSY -> Kind.CONFLICT;
            default -> domain == DOMAIN_RPC ? Kind.UNREACHABLE : Kind.INTERNAL;
        };
    }
}
