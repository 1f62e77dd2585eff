package no.dataverket.sentral.approvals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Approval.Decision;
import no.dataverket.contract.api.ApprovalState;
import no.dataverket.contract.api.AutomationClass;
import no.dataverket.contract.api.PrincipalKind;
import org.jspecify.annotations.Nullable;

/// The state machine of one approval, without any input or output. Each method answers with the approval as it is
/// afterwards, or refuses and leaves it as it was.
///
/// @param requester who asked
/// @param needed approvals that it takes
/// @param hash what is approved
/// @param deciders those of the decisions, in the same order
public record ApprovalRequest(
        Id id,
        ApprovalState state,
        Person requester,
        int needed,
        String hash,
        Instant expiresAt,
        List<Decision> decisions,
        List<Person> deciders) {

    /// One that nobody has decided yet.
    public static ApprovalRequest open(
            Id id, AutomationClass automation, Person requester, boolean couldDecide, String hash, Instant expiresAt) {
        return new ApprovalRequest(
                id,
                ApprovalState.PENDING,
                requester,
                needed(automation, requester, couldDecide),
                hash,
                expiresAt,
                List.of(),
                List.of());
    }

    /// Approvals that a class takes.
    ///
    /// @param couldDecide whether the one who asks has the role of those who decide
    static int needed(AutomationClass automation, Person requester, boolean couldDecide) {
        return switch (automation) {
            case AUTO, AUTO_WITH_NOTICE -> 0;
            case ONE_APPROVAL -> 1;
            case FOUR_EYES -> requester.kind() == PrincipalKind.HUMAN && couldDecide ? 1 : 2;
            case MANUAL_ONLY -> throw new IllegalArgumentException("No approval makes the platform do it");
        };
    }

    /// Approves. The same a second time changes nothing.
    ///
    /// @param seen hash of what the decider looked at
    /// @throws Failure `APPROVER_NOT_ELIGIBLE`, `APPROVAL_DECIDED`, `APPROVAL_EXPIRED`, `APPROVAL_VOID`
    public ApprovalRequest approve(Person by, @Nullable String comment, String seen, Instant now) {
        requireEligible(by);
        if (isRepeated(by, true)) {
            return this;
        }
        requireOpen(now);
        if (!seen.equals(hash)) {
            throw Failure.of(ProblemCode.APPROVAL_VOID, "You looked at " + seen + ", but this is about " + hash + ".");
        }
        return decided(new Decision(by.name(), by.id(), now, true, comment), by);
    }

    /// Refuses. The same a second time changes nothing.
    ///
    /// @throws Failure `APPROVER_NOT_ELIGIBLE`, `APPROVAL_DECIDED`, `APPROVAL_EXPIRED`
    public ApprovalRequest reject(Person by, String reason, Instant now) {
        requireEligible(by);
        if (isRepeated(by, false)) {
            return this;
        }
        requireOpen(now);
        return decided(new Decision(by.name(), by.id(), now, false, reason), by);
    }

    /// Whether it is still good, as far as time goes.
    public boolean isInTime(Instant now) {
        return now.isBefore(expiresAt);
    }

    private void requireOpen(Instant now) {
        if (state != ApprovalState.PENDING) {
            throw Failure.of(ProblemCode.APPROVAL_DECIDED, "The approval is " + state + ".");
        }
        if (!isInTime(now)) {
            throw Failure.of(ProblemCode.APPROVAL_EXPIRED, "The approval expired at " + expiresAt + ".");
        }
    }

    private ApprovalRequest decided(Decision decision, Person by) {
        if (deciders.stream().anyMatch(by::maybe)) {
            throw notEligible("You have decided already, if under another name.");
        }
        var more = new ArrayList<>(decisions);
        more.add(decision);
        var people = new ArrayList<>(deciders);
        people.add(by);
        boolean enough = people.size() >= needed;
        return new ApprovalRequest(
                id,
                !decision.approves() ? ApprovalState.REJECTED : enough ? ApprovalState.APPROVED : state,
                requester,
                needed,
                hash,
                expiresAt,
                List.copyOf(more),
                List.copyOf(people));
    }

    /// Ends it undecided where its time has come.
    public ApprovalRequest expire(Instant now) {
        return state == ApprovalState.PENDING && !isInTime(now) ? to(ApprovalState.EXPIRED) : this;
    }

    /// The one who asked takes it back.
    ///
    /// @throws Failure `APPROVAL_DECIDED`
    public ApprovalRequest withdraw() {
        if (state != ApprovalState.PENDING) {
            throw Failure.of(ProblemCode.APPROVAL_DECIDED, "The approval is " + state + ".");
        }
        return to(ApprovalState.WITHDRAWN);
    }

    /// Carries out what was approved, if it is still that.
    ///
    /// @param now what it would be about now
    /// @throws Failure `APPROVAL_VOID` if it is not what was approved, `APPROVAL_DECIDED` if it is not approved
    public ApprovalRequest carryOut(String now) {
        if (state != ApprovalState.APPROVED) {
            throw Failure.of(ProblemCode.APPROVAL_DECIDED, "The approval is " + state + ".");
        }
        if (!now.equals(hash)) {
            throw Failure.of(
                    ProblemCode.APPROVAL_VOID,
                    "What was approved is " + hash + ", but what would be carried out is " + now + ".");
        }
        return to(ApprovalState.CARRIED_OUT);
    }

    /// Ends it because it can't be carried out.
    public ApprovalRequest invalidate() {
        return state.isFinal() ? this : to(ApprovalState.VOID);
    }

    private void requireEligible(Person by) {
        if (by.kind() == PrincipalKind.MACHINE) {
            throw notEligible("Programs approve nothing; " + by.name() + " is one.");
        }
        if (by.maybe(requester)) {
            throw notEligible("You asked for it, or somebody did whom you made or who made you.");
        }
    }

    private boolean isRepeated(Person by, boolean approves) {
        return decisions.stream()
                .anyMatch(decision -> decision.byId().equals(by.id()) && decision.approves() == approves);
    }

    private static Failure notEligible(String detail) {
        return Failure.of(ProblemCode.APPROVER_NOT_ELIGIBLE, detail);
    }

    private ApprovalRequest to(ApprovalState next) {
        return new ApprovalRequest(id, next, requester, needed, hash, expiresAt, decisions, deciders);
    }
}
