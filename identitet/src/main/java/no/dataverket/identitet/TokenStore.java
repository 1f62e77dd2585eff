package no.dataverket.identitet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Names;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.PrincipalKind;
import no.dataverket.contract.api.Role;
import no.dataverket.contract.api.RoleBinding;
import no.dataverket.contract.api.Token;
import no.dataverket.contract.command.IdentitetMessages.IssueToken;
import no.dataverket.contract.command.IdentitetMessages.Principal;
import no.dataverket.core.db.Row;
import no.dataverket.core.db.Transaction;
import org.jspecify.annotations.Nullable;

/// The tokens and whom they speak for. Every method works inside the caller's transaction.
final class TokenStore {

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private static final String SELECT = """
            SELECT t.id, t.name, t.principal, t.hash, t.created_at, t.expires_at, t.last_used_at,
                   p.name AS principal_name, p.kind, p.issuers::text[] AS issuers, b.role, b.tenant, b.project
              FROM identitet.token t
              JOIN identitet.principal p ON p.id = t.principal
              JOIN identitet.role_binding b ON b.principal = t.principal
             WHERE %s
             ORDER BY t.created_at, t.id, b.role, b.tenant, b.project
            """;

    private final InstantSource clock;

    TokenStore(InstantSource clock) {
        this.clock = clock;
    }

    private record Stored(Token token, String principalName, List<Id> issuers, String hash) {

        Stored with(Stored other) {
            var roles = new ArrayList<>(token.roles());
            roles.addAll(other.token.roles());
            var merged = new Token(
                    token.id(),
                    token.name(),
                    token.principal(),
                    token.kind(),
                    List.copyOf(roles),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt());
            return new Stored(merged, principalName, issuers, hash);
        }

        boolean isWhat(IssueToken order) {
            return hash.equals(order.tokenHash())
                    && token.kind() == order.kind()
                    && token.name().equals(order.name())
                    && token.roles().equals(List.of(order.role()));
        }
    }

    /// Whom a secret with this hash speaks for: nobody if it is unknown, expired or revoked.
    Optional<Principal> authenticate(Transaction transaction, String hash) {
        var now = clock.instant();
        var found = read(
                transaction,
                "t.hash = ? AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ?)",
                hash,
                now);
        return found.stream().findFirst().map(stored -> {
            var token = stored.token();
            noteUse(transaction, token, now);
            return new Principal(
                    token.principal(),
                    stored.principalName(),
                    token.kind(),
                    token.id(),
                    token.expiresAt(),
                    token.roles(),
                    stored.issuers());
        });
    }

    /// Tokens that are not revoked; where a tenant is given, those that hold nowhere else.
    List<Token> list(Transaction transaction, @Nullable Id tenant) {
        var found = tenant == null ? read(transaction, "t.revoked_at IS NULL") : read(transaction, """
                        t.revoked_at IS NULL AND NOT EXISTS (
                            SELECT 1 FROM identitet.role_binding o
                             WHERE o.principal = t.principal AND o.tenant IS DISTINCT FROM ?::uuid)
                        """, tenant);
        return found.stream().map(Stored::token).toList();
    }

    /// Makes a token, or finds it where the same order came before.
    ///
    /// @throws Failure `NAME_TAKEN` if the scope has a good token of the name
    Token issue(Transaction transaction, IssueToken order) {
        check(order);
        var before = byId(transaction, order.token());
        if (before.isPresent()) {
            return same(before.get(), order);
        }
        var now = clock.instant();
        freeNameOfExpired(transaction, order, now);
        if (insert(transaction, order, now) == 0) {
            // Somebody was faster: with this very order, or with another one for the name.
            return same(byId(transaction, order.token()).orElseThrow(() -> nameTaken(order)), order);
        }
        return byId(transaction, order.token()).orElseThrow().token();
    }

    /// Ends a token, and says whether it had not ended before.
    ///
    /// @throws Failure `RESOURCE_NOT_FOUND` if there never was such a token
    boolean revoke(Transaction transaction, Id token) {
        var found = byId(transaction, token);
        if (found.isEmpty()) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no token " + token + ".");
        }
        return transaction.update(
                        "UPDATE identitet.token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
                        clock.instant(),
                        token)
                == 1;
    }

    /// Whether anybody can act as an operator now.
    boolean operatorCanEnter(Transaction transaction) {
        return !transaction
                .query("""
                        SELECT t.id
                          FROM identitet.token t
                          JOIN identitet.role_binding b ON b.principal = t.principal
                         WHERE b.role = ? AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ?)
                         LIMIT 1
                        """, row -> row.uuid("id"), Role.PLATFORM_OPERATOR, clock.instant())
                .isEmpty();
    }

    private static void noteUse(Transaction transaction, Token token, Instant now) {
        var last = token.lastUsedAt();
        var due = now.minus(USE_NOTED_EVERY);
        if (last == null || !last.isAfter(due)) {
            transaction.update("""
                    UPDATE identitet.token
                       SET last_used_at = ?
                     WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)
                    """, now, token.id(), due);
        }
    }

    /// The index of names can't know the time, so an expired token gives up its name when another wants it.
    private static void freeNameOfExpired(Transaction transaction, IssueToken order, Instant now) {
        transaction.update(
                """
                UPDATE identitet.token
                   SET revoked_at = expires_at
                 WHERE name = ? AND tenant IS NOT DISTINCT FROM ?::uuid AND project IS NOT DISTINCT FROM ?::uuid
                   AND revoked_at IS NULL AND expires_at <= ?
                """, order.name(), order.role().tenant(), order.role().project(), now);
    }

    private static int insert(Transaction transaction, IssueToken order, Instant now) {
        var binding = order.role();
        return transaction.update(
                """
                WITH made AS (
                    INSERT INTO identitet.token
                           (id, principal, name, tenant, project, hash, created_by, created_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO NOTHING
                    RETURNING principal, name, created_at, tenant, project),
                who AS (
                    INSERT INTO identitet.principal (id, name, created_at, kind, first, issuers)
                    SELECT principal, name, created_at, ?, ?::uuid IS NULL, coalesce((
                        SELECT CASE WHEN i.first THEN i.issuers ELSE i.issuers || i.id END
                        FROM identitet.principal i WHERE i.id = ?::uuid), '{}')
                    FROM made)
                INSERT INTO identitet.role_binding (principal, role, tenant, project)
                SELECT principal, ?, tenant, project FROM made
                """,
                order.token(),
                Id.next(IdKind.PRINCIPAL),
                order.name(),
                binding.tenant(),
                binding.project(),
                order.tokenHash(),
                order.createdBy(),
                now,
                order.expiresAt(),
                order.kind(),
                order.issuer(),
                order.issuer(),
                binding.role());
    }

    private static void check(IssueToken order) {
        var binding = order.role();
        boolean inTenant = binding.tenant() != null;
        boolean inProject = binding.project() != null;
        boolean scoped = switch (binding.role()) {
            case PLATFORM_OPERATOR -> !inTenant && !inProject;
            case TENANT_ADMIN -> inTenant && !inProject;
            case PROJECT_EDITOR, PROJECT_VIEWER -> inTenant && inProject;
        };
        if (!scoped) {
            throw invalid("The role " + binding.role() + " is not held in such a scope.");
        }
        if (!Names.isName(order.name())) {
            throw invalid("The name must match " + Names.PATTERN + ".");
        }
        if (!SHA_256.matcher(order.tokenHash()).matches()) {
            throw invalid("The hash must be SHA-256 in hexadecimal.");
        }
    }

    private static Token same(Stored stored, IssueToken order) {
        if (!stored.isWhat(order)) {
            throw Failure.of(
                    ProblemCode.IDEMPOTENCY_MISMATCH, "The token " + order.token() + " was made with other content.");
        }
        return stored.token();
    }

    private static Failure invalid(String detail) {
        return Failure.of(ProblemCode.VALIDATION_FAILED, detail);
    }

    private static Failure nameTaken(IssueToken order) {
        return Failure.of(ProblemCode.NAME_TAKEN, "There is a token named " + order.name() + " in this scope.");
    }

    private static Optional<Stored> byId(Transaction transaction, Id token) {
        return read(transaction, "t.id = ?", token).stream().findFirst();
    }

    private static List<Stored> read(Transaction transaction, String condition, @Nullable Object... parameters) {
        var found = new LinkedHashMap<Id, Stored>();
        transaction
                .query(SELECT.formatted(condition), TokenStore::stored, parameters)
                .forEach(row -> found.merge(row.token().id(), row, Stored::with));
        return List.copyOf(found.values());
    }

    private static Stored stored(Row row) {
        var role = new RoleBinding(
                Role.valueOf(row.text("role")),
                id(IdKind.TENANT, row.uuidOrNull("tenant")),
                id(IdKind.PROJECT, row.uuidOrNull("project")));
        var token = new Token(
                new Id(IdKind.TOKEN, row.uuid("id")),
                row.text("name"),
                new Id(IdKind.PRINCIPAL, row.uuid("principal")),
                PrincipalKind.valueOf(row.text("kind")),
                List.of(role),
                row.instant("created_at"),
                row.instantOrNull("expires_at"),
                row.instantOrNull("last_used_at"));
        var issuers = row.texts("issuers").stream()
                .map(issuer -> new Id(IdKind.PRINCIPAL, UUID.fromString(issuer)))
                .toList();
        return new Stored(token, row.text("principal_name"), issuers, row.text("hash"));
    }

    private static @Nullable Id id(IdKind kind, @Nullable UUID value) {
        return value == null ? null : new Id(kind, value);
    }
}
