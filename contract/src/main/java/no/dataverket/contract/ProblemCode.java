package no.dataverket.contract;

import static no.dataverket.contract.ProblemKind.CONFLICT;
import static no.dataverket.contract.ProblemKind.EXHAUSTED;
import static no.dataverket.contract.ProblemKind.FORBIDDEN;
import static no.dataverket.contract.ProblemKind.INTERNAL;
import static no.dataverket.contract.ProblemKind.INVALID;
import static no.dataverket.contract.ProblemKind.MALFORMED;
import static no.dataverket.contract.ProblemKind.NOT_ALLOWED;
import static no.dataverket.contract.ProblemKind.NOT_FOUND;
import static no.dataverket.contract.ProblemKind.PRECONDITION_FAILED;
import static no.dataverket.contract.ProblemKind.PRECONDITION_REQUIRED;
import static no.dataverket.contract.ProblemKind.QUOTA;
import static no.dataverket.contract.ProblemKind.RATE_LIMITED;
import static no.dataverket.contract.ProblemKind.TOO_LARGE;
import static no.dataverket.contract.ProblemKind.TOO_LONG;
import static no.dataverket.contract.ProblemKind.TOO_SLOW;
import static no.dataverket.contract.ProblemKind.UNAUTHENTICATED;
import static no.dataverket.contract.ProblemKind.UNAVAILABLE;
import static no.dataverket.contract.ProblemKind.UNSUPPORTED;

import java.util.Locale;

/// The problem catalogue. A code is stable and never reused. The hint says what to do next; a more exact one
/// may be given where the problem is raised.
public enum ProblemCode {
    MALFORMED_JSON(
            MALFORMED, "The body is not JSON", "Send one JSON object, UTF-8, with Content-Type application/json."),
    MALFORMED_REQUEST(MALFORMED, "The request is malformed", "See the operation in the API document: dv docs."),
    UNKNOWN_FIELD(
            MALFORMED, "The body has an unknown field", "Remove the field; names are snake_case. See: dv explain."),
    UNKNOWN_PARAMETER(MALFORMED, "The query has an unknown parameter", "Remove the parameter."),
    MISSING_IDEMPOTENCY_KEY(
            MALFORMED, "Idempotency-Key is required", "Send a header Idempotency-Key with a fresh UUID."),
    BODY_TOO_LARGE(
            TOO_LARGE,
            "The body is too large",
            "A request body is at most 256 KiB, an inventory 6 MiB, and user data 64 KiB."),
    URL_TOO_LONG(TOO_LONG, "The URL is too long", "A URL is at most 8 KiB; narrow the filter, or ask twice."),
    HEADERS_TOO_LARGE(
            ProblemKind.HEADERS_TOO_LARGE, "The headers are too large", "Headers are at most 16 KiB together."),
    UNSUPPORTED_MEDIA_TYPE(
            UNSUPPORTED,
            "The body is of a type that this does not take",
            "Send Content-Type application/json; for a PATCH application/merge-patch+json."),
    REQUEST_TOO_SLOW(TOO_SLOW, "The request did not arrive in time", "Send the whole request within its time."),
    AUTHENTICATION_REQUIRED(UNAUTHENTICATED, "Authentication is required", "Log in: dvid login."),
    ACTION_FORBIDDEN(FORBIDDEN, "Your role does not allow this", "See your roles: dv whoami."),
    RESOURCE_NOT_FOUND(NOT_FOUND, "There is no such resource", "Check the name and its scope; list what is there."),
    OPERATION_NOT_FOUND(NOT_FOUND, "There is no such operation", "See the API document at /v1/openapi.yaml."),
    METHOD_NOT_ALLOWED(NOT_ALLOWED, "The path has no such method", "Use one of the methods in Allow."),
    VALIDATION_FAILED(INVALID, "The request breaks a rule", "See the violations; each names the field and the rule."),
    INVALID_REFERENCE(INVALID, "Something that the request names does not exist", "Create it first, or name another."),
    AMBIGUOUS_SCOPE(INVALID, "The scope is ambiguous", "Say which tenant: ?tenant=NAME, or use the identifier."),
    PREFIX_NOT_CANONICAL(INVALID, "The prefix has host bits set", "Use the canonical form given in the detail."),
    PREFIX_NOT_ALLOWED(
            INVALID, "The prefix may not be used here", "Use private space (RFC 1918), /16 to /29, or leave it out."),
    ADDRESS_NOT_IN_PREFIX(
            INVALID, "The address can't be used on this network", "Choose a free host address of the prefix."),
    OFFERING_NOT_ENABLED(FORBIDDEN, "The offering is not enabled here", "Ask an operator to enable it."),
    OFFERING_GATED(FORBIDDEN, "Only operators create this here", "Ask an operator to create it for you."),
    APPROVAL_REQUIRED(FORBIDDEN, "This needs an approval", "Ask for it with the command in the detail."),
    MANUAL_ONLY(FORBIDDEN, "The platform does not do this by itself", "See the runbook: dv runbook show rb-apr-001."),
    APPROVER_NOT_ELIGIBLE(
            FORBIDDEN, "You can't decide this approval", "Somebody else must: a person, and not the one who asked."),
    APPROVAL_DECIDED(CONFLICT, "The approval is decided", "Look at it: dv approval get ID."),
    APPROVAL_EXPIRED(CONFLICT, "The approval has expired", "Repeat the request if it is still wanted."),
    APPROVAL_REJECTED(CONFLICT, "The request was refused", "See why: dv approval get ID."),
    APPROVAL_VOID(CONFLICT, "What was to be approved has changed", "Look at the resource and repeat the request."),
    NAME_TAKEN(CONFLICT, "The name is taken", "Choose another name, or use the resource that has it."),
    PREFIX_OVERLAP(
            CONFLICT, "The prefix overlaps one in use", "Choose another prefix, or leave it out to get a free one."),
    ADDRESS_IN_USE(CONFLICT, "The address is in use", "Choose another address, or leave it out to get a free one."),
    RESOURCE_IN_USE(CONFLICT, "Other resources use this", "Delete or detach the dependents first."),
    RESOURCE_BUSY(
            CONFLICT, "A task is changing this resource", "Wait for the task, or cancel it: dv task cancel TASK."),
    RESOURCE_NOT_READY(CONFLICT, "The resource is not ready", "Wait for its task: dv task wait TASK."),
    DELETION_PROTECTED(CONFLICT, "The resource is protected against deletion", "Clear deletion_protection first."),
    DISK_CANNOT_SHRINK(INVALID, "A disk never becomes smaller", "Ask for a disk that is at least as large as it is."),
    PLAN_STALE(
            PRECONDITION_FAILED,
            "The plan is not for the inventory as it is now",
            "Make the plan again, look, and apply the new one: dv inventory import FILE."),
    PLAN_APPLIED(CONFLICT, "The plan was applied already", "Nothing to do: it was applied once, as it is meant."),
    INVENTORY_CONFLICT(
            CONFLICT, "The inventory holds something else there", "See the detail, correct the document, plan again."),
    TRUST_CHANGE_DECIDED(CONFLICT, "It was decided already", "See what was decided: dv trust-change get CHANGE."),
    TRUST_CHANGE_VOID(
            PRECONDITION_FAILED,
            "What was to be trusted has changed",
            "Look at the inventory as it is now, and ask anew: dv trust-change list."),
    SECOND_OPERATOR_NEEDED(
            FORBIDDEN, "Another operator must decide", "Ask an operator who did not ask for the change."),
    TASK_NOT_CANCELLABLE(CONFLICT, "The task can no longer be cancelled", "Let it finish."),
    TASK_NOT_RETRYABLE(CONFLICT, "The task can't be taken up again", "Repeat the request that began it."),
    CHILD_TASK_FAILED(CONFLICT, "A task that this one began has failed", "See the child: dv task list --parent TASK."),
    DEAD_LETTER_CLOSED(
            CONFLICT, "The message is no longer held", "Nothing to do: it was replayed or discarded before."),
    IDEMPOTENCY_IN_PROGRESS(
            CONFLICT, "The first request with this key is still running", "Repeat the request shortly."),
    IDEMPOTENCY_MISMATCH(
            INVALID, "The key was used for another request", "Use a fresh Idempotency-Key for a new request."),
    IF_MATCH_REQUIRED(PRECONDITION_REQUIRED, "If-Match is required", "Get the resource and send its ETag as If-Match."),
    IF_MATCH_FAILED(
            PRECONDITION_FAILED, "The resource has changed", "Get it again, look, and repeat with the new ETag."),
    QUOTA_EXCEEDED(QUOTA, "A quota is used up", "Delete what is not needed, or ask an operator to raise the quota."),
    NETWORK_ADDRESSES_EXHAUSTED(
            EXHAUSTED, "The network has no free address", "Use another network, or free addresses."),
    POOL_EXHAUSTED(EXHAUSTED, "The pool is used up", "Ask an operator to extend the pool."),
    NO_CAPACITY(EXHAUSTED, "No hypervisor has room", "Ask for a smaller machine or another datacenter, or try later."),
    RATE_LIMIT(RATE_LIMITED, "Too many requests", "Wait as long as Retry-After says."),
    TOO_MANY_TASKS(
            RATE_LIMITED,
            "The project has too many tasks on their way",
            "Wait for one of the dependents: dv task wait TASK."),
    DEPENDENCY_UNAVAILABLE(
            UNAVAILABLE, "A part that this needs is away", "It continues when the part returns: dv health get."),
    HYPERVISOR_UNREACHABLE(
            UNAVAILABLE, "The hypervisor does not answer", "Check the host: dvce hypervisor get NAME, dv doctor."),
    HYPERVISOR_NOT_LOST(
            CONFLICT,
            "The hypervisor is not lost",
            "See whether it answers, and since when it does not: dvce hypervisor get NAME."),
    HYPERVISOR_FENCED(
            CONFLICT, "The hypervisor is fenced", "Look at it, then release it: dvce hypervisor release NAME."),
    FENCE_PROOF_MISSING(
            CONFLICT,
            "Nothing proves that the machine does not run any more",
            "Fence its hypervisor when you know that it runs nothing: dvce hypervisor fence NAME --attest TEXT."),
    IMAGE_CORRUPT(INVALID, "The image does not match its checksum", "Register the image again from its source."),
    IMAGE_UNSIGNED(
            FORBIDDEN,
            "No trusted key signed the image",
            "Sign its manifest with a trusted key, or see what is asked: dvce image-policy get."),
    IMAGE_RETIRED(CONFLICT, "The image is retired", "Name another version, or a channel: dvce image-channel list."),
    BACKUP_DAMAGED(
            INVALID,
            "The backup is not what was written",
            "Restore another one, and look at the storage: dvce backup list."),
    CONSOLE_IN_USE(
            CONFLICT,
            "Somebody else is at the machine's console",
            "Ask them to leave it, or take it over: dvce vm console NAME --take-over."),
    CONSOLE_CLOSED(CONFLICT, "The console session is over", "Open a new one: dvce vm console NAME."),
    STALE_WRITER(CONFLICT, "A newer task owns the resource", "Nothing to do: the newer task decides."),
    RUNTIME_REFUSED(INTERNAL, "The hypervisor refused", "See the task's error and the hypervisor's log."),
    DEADLINE_EXCEEDED(
            UNAVAILABLE, "It took longer than its deadline", "See the steps of the task; repeat the request."),
    CANCELLED_BY_REQUEST(CONFLICT, "The task was cancelled", "Repeat the request if it is still wanted."),
    INTERNAL_ERROR(INTERNAL, "Something went wrong on our side", "Repeat the request; report its request id.");

    private final ProblemKind kind;
    private final String title;
    private final String hint;

    ProblemCode(ProblemKind kind, String title, String hint) {
        this.kind = kind;
        this.title = title;
        this.hint = hint;
    }

    public ProblemKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    /// What to do next, where the problem itself says nothing more exact.
    public String hint() {
        return hint;
    }

    /// The last part of the problem type's URI (RFC 9457 §3.1.1).
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
