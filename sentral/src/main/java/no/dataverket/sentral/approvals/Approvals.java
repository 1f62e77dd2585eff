package no.dataverket.sentral.approvals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem;
import no.dataverket.contract.api.Approval;
import no.dataverket.contract.api.Approval.Decision;
import no.dataverket.contract.api.ApprovalState;
import no.dataverket.contract.api.AutomationClass;
import no.dataverket.contract.api.Preview;
import no.dataverket.contract.api.Role;
import no.dataverket.contract.command.IdentitetMessages.Principal;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.tenancy.Visibility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Approvals in PostgreSQL.
public final class Approvals {

    /// How long an approval waits for decisions.
    public static final Duration LIFE = Duration.ofHours(4);

    /// What an operator does about one.
    public static final String RUNBOOK = "rb-apr-001";

    private static final String SELECT = """
            SELECT id, state, class, action, subject, subject_name, generation, hash, blast_radius::text AS blast_radius,
                   effects::text AS effects, tenant, project, cause, reason, eligible, needed, requester::text AS requester, request::text AS request, task,
                   decisions::text AS decisions, deciders::text AS deciders, error::text AS error, created_at, expires_at,
                   finished_at
            FROM approvals.approval
            """;

    /// A request as it is kept.
    ///
    /// @param method of HTTP
    /// @param uri path as it was called
    /// @param ifMatch the condition that came with it
    public record KeptRequest(
            String operation,
            Map<String, String> path,
            Map<String, String> query,
            @Nullable String ifMatch,
            @Nullable JsonNode body,
            String requestId,
            String method,
            String uri) {

        /// As in `POST /v1/projects/shop:purge?tenant=acme`.
        String line() {
            var rest = new TreeMap<>(query)
                    .entrySet().stream()
                            .map(each ->
                                    each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                            .toList();
            return method + " " + uri + (rest.isEmpty() ? "" : "?" + String.join("&", rest));
        }
    }

    /// What an approval is about.
    public record Subject(
            String action,
            Id id,
            String name,
            long generation,
            @Nullable Id tenant,
            @Nullable Id project) {}

    /// An approval as it is stored.
    public record Stored(
            ApprovalRequest machine,
            AutomationClass automation,
            Subject subject,
            Sensitivity sensitivity,
            Preview effects,
            String cause,
            @Nullable String reason,
            Role eligible,
            Principal requester,
            KeptRequest request,
            Id task,
            Instant createdAt,
            @Nullable Instant finishedAt,
            @Nullable Problem error) {

        public Id id() {
            return machine.id();
        }

        /// As the public API shows it.
        public Approval view() {
            var body = request.body();
            return new Approval(
                    machine.id(),
                    subject.action(),
                    subject.id(),
                    subject.name(),
                    subject.generation(),
                    machine.hash(),
                    request.line(),
                    body == null ? "" : body.toString(),
                    effects,
                    sensitivity.blastRadius(),
                    subject.tenant(),
                    subject.project(),
                    automation,
                    cause,
                    reason,
                    requester.name(),
                    requester.id(),
                    machine.state(),
                    eligible,
                    machine.needed(),
                    machine.decisions(),
                    task,
                    createdAt,
                    machine.expiresAt(),
                    finishedAt,
                    error,
                    RUNBOOK);
        }
    }

    /// The one that is open for exactly this, whoever asked.
    public Optional<Id> open(Transaction transaction, Id subject, String action, String hash) {
        return transaction.first("""
                SELECT id FROM approvals.approval
                WHERE subject = ? AND action = ? AND hash = ? AND finished_at IS NULL LIMIT 1
                """, row -> new Id(IdKind.APPROVAL, row.uuid("id")), subject.toString(), action, hash);
    }

    /// @return false if one of the same requester is open already for exactly this
    public boolean insert(Transaction transaction, Stored approval) {
        var subject = approval.subject();
        return transaction.update(
                        """
                        INSERT INTO approvals.approval (id, state, class, action, subject, subject_name, generation,
                            hash, blast_radius, effects, tenant, project, cause, reason, eligible, needed, requester,
                            requester_id, request, task, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::uuid, ?::uuid, ?, ?, ?, ?, ?::jsonb, ?,
                            ?::jsonb, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """,
                        approval.id(),
                        approval.machine().state(),
                        approval.automation(),
                        subject.action(),
                        subject.id().toString(),
                        subject.name(),
                        subject.generation(),
                        approval.machine().hash(),
                        approval.sensitivity(),
                        approval.effects(),
                        subject.tenant(),
                        subject.project(),
                        approval.cause(),
                        approval.reason(),
                        approval.eligible(),
                        approval.machine().needed(),
                        approval.requester(),
                        approval.requester().id(),
                        approval.request(),
                        approval.task(),
                        approval.createdAt(),
                        approval.machine().expiresAt())
                == 1;
    }

    /// Writes what became of it.
    public Stored update(
            Transaction transaction, Stored before, ApprovalRequest after, Instant now, @Nullable Problem error) {
        transaction.update(
                """
                UPDATE approvals.approval SET state = ?, decisions = ?::jsonb, deciders = ?::jsonb, error = ?::jsonb,
                    finished_at = ? WHERE id = ?
                """,
                after.state(),
                Json.tree(after.decisions()),
                Json.tree(after.deciders()),
                error,
                after.state().isFinal() ? now : null,
                after.id());
        return find(transaction, before.id()).orElseThrow();
    }

    public Optional<Stored> find(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ?", Approvals::stored, id);
    }

    /// Like [#find], and nobody else decides it until the transaction ends.
    public Optional<Stored> lock(Transaction transaction, Id id) {
        return transaction.first(SELECT + "WHERE id = ? FOR UPDATE", Approvals::stored, id);
    }

    /// The one that a task waits for, locked.
    public Optional<Stored> lockOfTask(Transaction transaction, Id task) {
        return transaction.first(SELECT + "WHERE task = ? FOR UPDATE", Approvals::stored, task);
    }

    /// Whether a principal asked for what a task waits for, or waited for.
    public boolean asked(Transaction transaction, Id principal, Id task) {
        return transaction.one(
                "SELECT EXISTS (SELECT 1 FROM approvals.approval WHERE task = ? AND requester_id = ?) AS asked",
                row -> row.flag("asked"),
                task,
                principal);
    }

    /// Those that the actor sees: their own, and those that they may decide; newest first.
    public List<Stored> list(
            Transaction transaction,
            Visibility visible,
            Id actor,
            @Nullable ApprovalState state,
            @Nullable UUID before,
            int limit) {
        return transaction.query(
                SELECT + """
                        WHERE (?::uuid IS NULL OR id < ?) AND (?::text IS NULL OR state = ?)
                          AND (? OR eligible = 'TENANT_ADMIN' AND tenant = ANY (?::uuid[]) OR requester_id = ?)
                        ORDER BY id DESC LIMIT ?
                        """,
                Approvals::stored,
                before,
                before,
                state,
                state,
                visible.everything(),
                visible.tenants(),
                actor,
                limit);
    }

    /// Those about which something has to be done: approved and not carried out, or not decided in time.
    public List<Id> due(Transaction transaction, Instant now) {
        return transaction.query("""
                SELECT id FROM approvals.approval WHERE finished_at IS NULL AND (state = 'APPROVED' OR expires_at <= ?)
                ORDER BY expires_at LIMIT 100
                """, row -> new Id(IdKind.APPROVAL, row.uuid("id")), now);
    }

    private static Stored stored(Row row) {
        var requester = row.json("requester", Principal.class);
        var decisions = List.of(row.json("decisions", Decision[].class));
        var deciders = List.of(row.json("deciders", Person[].class));
        var machine = new ApprovalRequest(
                new Id(IdKind.APPROVAL, row.uuid("id")),
                ApprovalState.valueOf(row.text("state")),
                Person.of(requester),
                row.integer("needed"),
                row.text("hash"),
                row.instant("expires_at"),
                decisions,
                deciders);
        var tenant = row.uuidOrNull("tenant");
        var project = row.uuidOrNull("project");
        var subject = new Subject(
                row.text("action"),
                Id.parse(row.text("subject")),
                row.text("subject_name"),
                row.number("generation"),
                tenant == null ? null : new Id(IdKind.TENANT, tenant),
                project == null ? null : new Id(IdKind.PROJECT, project));
        return new Stored(
                machine,
                AutomationClass.valueOf(row.text("class")),
                subject,
                row.json("blast_radius", Sensitivity.class),
                row.json("effects", Preview.class),
                row.text("cause"),
                row.textOrNull("reason"),
                Role.valueOf(row.text("eligible")),
                requester,
                row.json("request", KeptRequest.class),
                new Id(IdKind.TASK, Objects.requireNonNull(row.uuid("task"))),
                row.instant("created_at"),
                row.instantOrNull("finished_at"),
                row.jsonOrNull("error", Problem.class));
    }
}
