package no.dataverket.sentral.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// As much of a task whose time has come as it takes to see whether something has to be done about it. Under load
/// most of those are on their way, and reading them whole would be much of the work.
///
/// @param sent the step under way; empty where there is none, or the task waits or undoes
record Glance(Id task, String kind, int sagaVersion, Instant deadlineAt, Optional<Sent> sent) {

    /// By then it is not only time, but past it.
    private static final Duration MOMENT = Duration.ofMillis(1);

    /// A command that was sent.
    record Sent(
            String service,
            @Nullable Instant heardAt,
            @Nullable Instant expiresAt) {}

    /// The tasks that are due, the longest first.
    static List<Glance> due(Transaction transaction, Instant now, int most) {
        return transaction.query("""
                SELECT t.id, t.kind, t.saga_version, t.deadline_at, s.service, s.heard_at, s.expires_at
                FROM (SELECT * FROM tasks.task WHERE wake_at <= ? ORDER BY wake_at LIMIT ?) t
                LEFT JOIN LATERAL (
                    SELECT service, heard_at, expires_at FROM tasks.step
                    WHERE task = t.id AND state = 'RUNNING' ORDER BY position LIMIT 1) s
                    ON t.blocker IS NULL AND t.state <> 'COMPENSATING'
                """, Glance::glance, now, most);
    }

    /// When a task that is on its way is looked at next: when it is late, or its command may be lost. That its service
    /// goes away is seen at once, for all tasks that it has.
    static Instant next(Instant now, Instant deadlineAt, @Nullable Instant heardAt, @Nullable Instant expiresAt) {
        var lost = heardAt == null ? now : heardAt.plus(SagaInstance.RESEND);
        // A command that is older than that waits its turn at its service.
        var next = lost.isAfter(now) ? lost : now.plus(SagaInstance.RESEND);
        if (expiresAt != null && expiresAt.isBefore(next)) {
            next = expiresAt;
        }
        return (deadlineAt.isBefore(next) ? deadlineAt : next).plus(MOMENT);
    }

    Instant next(Instant now) {
        return next(
                now,
                deadlineAt,
                sent.map(Sent::heardAt).orElse(null),
                sent.map(Sent::expiresAt).orElse(null));
    }

    /// Whether the current step was sent, is within its times, and its service lives: then waking the task
    /// changes nothing.
    boolean onItsWay(Instant now, Surroundings surroundings) {
        return !now.isAfter(deadlineAt)
                && sent.filter(step -> step.expiresAt() == null || !now.isAfter(step.expiresAt()))
                        .filter(step -> !SagaInstance.seemsLost(step.service(), step.heardAt(), now, surroundings))
                        .filter(step -> surroundings.service(step.service()).up())
                        .isPresent();
    }

    private static Glance glance(Row row) {
        var service = Optional.ofNullable(row.textOrNull("service"));
        return new Glance(
                new Id(IdKind.TASK, row.uuid("id")),
                row.text("kind"),
                row.integer("saga_version"),
                row.instant("deadline_at"),
                service.map(name -> new Sent(name, row.instantOrNull("heard_at"), row.instantOrNull("expires_at"))));
    }
}
