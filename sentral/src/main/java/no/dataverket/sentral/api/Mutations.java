package no.dataverket.sentral.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.ApprovalState;
import no.dataverket.contract.api.Operation.Shape;
import no.dataverket.contract.api.Preview;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.json.JsonText;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.sentral.approvals.Approvals;
import no.dataverket.sentral.audit.AuditLog;
import no.dataverket.sentral.tasks.Engine;
import no.dataverket.sentral.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/// Runs mutations: each in one transaction, once for each idempotency key, or not at all where only a preview
/// is asked.
public final class Mutations {

    private final Database database;
    private final Change.Tools tools;

    public Mutations(
            Database database, Engine engine, Tasks tasks, Approvals approvals, AuditLog audit, Telemetry telemetry) {
        this.database = database;
        var held = new HeldRequests(approvals, engine.held(), tasks);
        this.tools = new Change.Tools(engine, approvals, held, audit, telemetry);
    }

    private record Kept(String fingerprint, int status, Map<String, String> headers, String body) {}

    /// Thrown to roll a rehearsal back; it carries what would have been.
    private static final class PreviewReady extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Rehearsal rehearsal;

        PreviewReady(Rehearsal rehearsal) {
            super(null, null, false, false);
            this.rehearsal = rehearsal;
        }
    }

    /// Runs the work, or gives the answer of the first request with the same key.
    ///
    /// @throws Failure `MISSING_IDEMPOTENCY_KEY`, `IDEMPOTENCY_MISMATCH`, or what the work throws; then
    ///     nothing is written
    public Answer run(Call call, Function<Change, Answer> work) {
        return run(call, work, Function.identity());
    }

    /// Like [#run(Call, Function)], for an answer that holds a secret: what is kept for repetitions is what
    /// the last function leaves of it.
    public Answer run(Call call, Function<Change, Answer> work, Function<Answer, Answer> withoutSecret) {
        var key = key(call);
        if (call.flag("validate_only")) {
            return preview(call, work);
        }
        try {
            return once(call, key, withoutSecret, transaction -> {
                var change = change(transaction, call, false);
                return new Done(change, work.apply(change));
            });
        } catch (Held unasked) {
            return hold(call, key, work, withoutSecret);
        }
    }

    private record Done(Change change, Answer answer) {}

    private Answer once(
            Call call,
            Optional<String> key,
            Function<Answer, Answer> withoutSecret,
            Function<Transaction, Done> attempt) {
        var fingerprint = Fingerprint.of(call);
        return database.call(transaction -> {
            var kept = key.flatMap(given -> claim(transaction, call, given, fingerprint));
            if (kept.isPresent()) {
                return replay(kept.get(), fingerprint);
            }
            var done = attempt.apply(transaction);
            key.ifPresent(given -> keep(transaction, call, given, withoutSecret.apply(done.answer())));
            done.change().finish();
            return done.answer();
        });
    }

    /// Keeps a request that needs consent first, with what it would do, as a rehearsal finds it: what would be
    /// refused is refused now.
    private Answer hold(
            Call call, Optional<String> key, Function<Change, Answer> work, Function<Answer, Answer> withoutSecret) {
        var rehearsal = rehearse(call, change -> {}, work);
        var problem = rehearsal.problem();
        if (problem != null) {
            throw new Failure(problem);
        }
        var effects = Objects.requireNonNull(rehearsal.preview());
        return once(call, key, withoutSecret, transaction -> {
            var change = change(transaction, call, false);
            try {
                return new Done(change, work.apply(change));
            } catch (Held held) {
                var accepted = change.hold(held, effects);
                return new Done(
                        change,
                        Answer.of(202, accepted)
                                .header(
                                        "Location",
                                        "/v1/tasks/" + accepted.task().id()));
            }
        });
    }

    /// What would come of a mutation: what it would do, or what it would be refused with.
    public record Rehearsal(
            @Nullable Preview preview, @Nullable Problem problem) {}

    /// Runs the work as [#run] would, and takes all of it back.
    ///
    /// @param before runs first, in the same transaction; what it throws is thrown
    public Rehearsal rehearse(Call call, Consumer<Change> before, Function<Change, Answer> work) {
        try {
            return database.call(transaction -> {
                var change = change(transaction, call, true);
                before.accept(change);
                try {
                    var unused = work.apply(change);
                    change.finish();
                } catch (Failure refused) {
                    throw new PreviewReady(new Rehearsal(null, refused.problem()));
                }
                throw new PreviewReady(new Rehearsal(change.preview(), null));
            });
        } catch (PreviewReady ready) {
            return ready.rehearsal;
        }
    }

    /// Forgets the answers that are older than a day.
    public void forgetOld() {
        database.run(transaction ->
                transaction.update("DELETE FROM offerings.idempotency WHERE created_at < now() - interval '24 hours'"));
    }

    private Answer preview(Call call, Function<Change, Answer> work) {
        var rehearsal = rehearse(call, change -> {}, work);
        var problem = rehearsal.problem();
        if (problem != null) {
            throw new Failure(problem);
        }
        var answer = Answer.of(200, Objects.requireNonNull(rehearsal.preview()));
        return call.operation().shape() == Shape.ONE ? answer.header("Content-Type", Preview.MEDIA_TYPE) : answer;
    }

    private Change change(Transaction transaction, Call call, boolean rehearses) {
        if (!Approved.NOW.isBound()) {
            return new Change(transaction, call, tools, null, rehearses);
        }
        var approval =
                tools.approvals().lock(transaction, Approved.NOW.get().id()).orElseThrow();
        if (approval.machine().state() != ApprovalState.APPROVED) {
            throw Failure.of(
                    ProblemCode.APPROVAL_DECIDED,
                    "The approval is " + approval.machine().state() + ".");
        }
        return new Change(transaction, call, tools, approval, rehearses);
    }

    private static Optional<String> key(Call call) {
        var key = call.header("Idempotency-Key");
        if (key.isEmpty()) {
            if (call.operation().idempotencyKeyRequired()) {
                throw Failure.of(ProblemCode.MISSING_IDEMPOTENCY_KEY, "The request carries no Idempotency-Key.");
            }
            return key;
        }
        try {
            UUID.fromString(key.get());
        } catch (IllegalArgumentException notUuid) {
            throw Failure.of(ProblemCode.MALFORMED_REQUEST, "The Idempotency-Key is not a UUID.");
        }
        return key;
    }

    /// Claims the key. A second request with it waits here, on the unique index, until the first has committed.
    private static Optional<Kept> claim(Transaction transaction, Call call, String key, String fingerprint) {
        int claimed = transaction.update(
                "INSERT INTO offerings.idempotency (actor, key, fingerprint) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                call.actor().id(),
                key,
                fingerprint);
        if (claimed == 1) {
            return Optional.empty();
        }
        return Optional.of(transaction
                .first("""
                        SELECT fingerprint, status, headers::text AS headers, coalesce(body::text, '') AS body
                        FROM offerings.idempotency WHERE actor = ? AND key = ?
                        """, Mutations::kept, call.actor().id(), key)
                .orElseThrow(() -> Failure.of(
                        ProblemCode.IDEMPOTENCY_IN_PROGRESS, "The first request with this key is still running.")));
    }

    private static Kept kept(Row row) {
        @SuppressWarnings("unchecked")
        Map<String, String> headers = row.json("headers", Map.class);
        return new Kept(row.text("fingerprint"), row.integer("status"), headers, row.text("body"));
    }

    private static Answer replay(Kept kept, String fingerprint) {
        if (!kept.fingerprint().equals(fingerprint)) {
            throw Failure.of(
                    ProblemCode.IDEMPOTENCY_MISMATCH,
                    "This Idempotency-Key was used for a request with other content.");
        }
        var body = kept.body().isEmpty() ? null : kept.body().getBytes(StandardCharsets.UTF_8);
        return new Answer(kept.status(), kept.headers(), body).header("Idempotency-Replayed", "true");
    }

    private static void keep(Transaction transaction, Call call, String key, Answer answer) {
        var body = answer.body();
        transaction.write(
                "UPDATE offerings.idempotency SET status = ?, headers = ?::jsonb, body = ?::jsonb WHERE actor = ? AND key = ?",
                answer.status(),
                JsonText.of(answer.headers()),
                body == null ? null : JsonText.of(body),
                call.actor().id(),
                key);
    }
}
