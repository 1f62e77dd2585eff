package no.dataverket.sentral.offerings;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.PrincipalKind;
import no.dataverket.contract.api.Role;
import no.dataverket.contract.api.RoleBinding;
import no.dataverket.contract.api.Token;
import no.dataverket.contract.api.TokenCreate;
import no.dataverket.contract.api.TokenCreated;
import no.dataverket.contract.api.WhoAmI;
import no.dataverket.contract.api.WhoAmI.ScopeName;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.IdentitetMessages.IssueToken;
import no.dataverket.contract.command.IdentitetMessages.ListTokens;
import no.dataverket.contract.command.IdentitetMessages.RevokeToken;
import no.dataverket.contract.command.IdentitetMessages.Tokens;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Identity;
import no.dataverket.sentral.api.Pages;
import org.jspecify.annotations.Nullable;

/// Who the actor is, and the tokens that they may give to others. Identitet keeps the tokens; here it is
/// decided who may make and end them.
public final class IdentityOffering implements Offering {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration USUAL_LIFE = Duration.ofDays(90);
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final int SECRET_BYTES = 32;

    private final Context context;
    private final SecureRandom random = new SecureRandom();

    public IdentityOffering(Context context) {
        this.context = context;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "whoAmI",
                this::whoAmI,
                "listTokens",
                this::list,
                "createToken",
                call -> context.mutations().run(call, this::create, IdentityOffering::withoutSecret),
                "revokeToken",
                call -> context.mutations().run(call, this::revoke));
    }

    private Answer whoAmI(Call call) {
        var actor = new Actor(call.actor());
        var principal = actor.principal();
        return context.database()
                .call(transaction -> Answer.of(
                        200,
                        new WhoAmI(
                                principal.id(),
                                principal.name(),
                                principal.kind(),
                                principal.token(),
                                principal.tokenExpiresAt(),
                                principal.roles(),
                                names(transaction, actor, IdKind.TENANT),
                                names(transaction, actor, IdKind.PROJECT),
                                context.version())));
    }

    private List<ScopeName> names(Transaction transaction, Actor actor, IdKind kind) {
        return context.scopes().list(transaction, kind, null, actor.visibility(), null, 100).stream()
                .map(scope -> new ScopeName(scope.id(), scope.name()))
                .toList();
    }

    private Answer list(Call call) {
        var wanted = Pages.of(call);
        UUID after = wanted.after();
        var tokens = manageable(new Actor(call.actor())).stream()
                .filter(token -> after == null || token.id().uuid().compareTo(after) > 0)
                .limit(wanted.toRead())
                .toList();
        return wanted.page(tokens, token -> token.id().uuid(), shown -> shown);
    }

    private Answer create(Change change) {
        var body = change.call().body(TokenCreate.class);
        var binding = binding(change.transaction(), change.actor(), body);
        var secret = secret();
        var issue = new IssueToken(
                Id.next(IdKind.TOKEN),
                body.name(),
                binding,
                Identity.hash(secret),
                Instant.now().plus(life(body.expiresIn())),
                change.actor().name(),
                kind(change.actor(), body),
                change.actor().principal().id());
        change.creates("token " + body.name());
        change.becomes(body)
                .auditFirst("token.create", issue.token(), body.name(), binding.tenant(), binding.project());
        if (change.onlyAsks()) {
            return Answer.nothing();
        }
        var token = context.bus().ask(issue, Token.class, origin(), PATIENCE);
        return Answer.of(201, new TokenCreated(token, secret)).header("Cache-Control", "no-store");
    }

    private Answer revoke(Change change) {
        var named = change.call().named("token");
        var found = manageable(change.actor()).stream()
                .filter(token ->
                        token.id().toString().equals(named) || token.name().equals(named))
                .toList();
        if (found.isEmpty()) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no token " + named + " that you may manage.")
                    .hint("See what there is: dvid token list");
        }
        if (found.size() > 1) {
            throw Failure.of(ProblemCode.AMBIGUOUS_SCOPE, "More than one token is named " + named + ".")
                    .hint("Use its identifier: dvid token list");
        }
        var token = found.getFirst();
        var binding = token.roles().getFirst();
        change.deletes("token " + token.name());
        change.auditFirst("token.revoke", token.id(), token.name(), binding.tenant(), binding.project());
        if (change.onlyAsks()) {
            return Answer.nothing();
        }
        context.bus().ask(new RevokeToken(token.id()), Done.class, origin(), PATIENCE);
        context.identity().forget(token.id());
        return Answer.nothing();
    }

    /// A program can't make persons: they could approve what it asks for.
    private static PrincipalKind kind(Actor actor, TokenCreate body) {
        var kind = Objects.requireNonNullElse(body.kind(), PrincipalKind.MACHINE);
        if (kind == PrincipalKind.HUMAN && actor.principal().kind() == PrincipalKind.MACHINE) {
            throw Failure.of(ProblemCode.ACTION_FORBIDDEN, "A program makes no token for a person.")
                    .hint("Make it with a token of your own: dvid token create " + body.name() + " --kind HUMAN --role "
                            + body.role());
        }
        return kind;
    }

    /// Nobody gives away more than they hold: operators make any token, administrators those of their tenant.
    private RoleBinding binding(Transaction transaction, Actor actor, TokenCreate body) {
        if (body.role() == Role.PLATFORM_OPERATOR) {
            actor.require(Access.OPERATOR, null, null);
            if (body.tenant() != null || body.project() != null) {
                throw Failure.of(ProblemCode.VALIDATION_FAILED, "An operator's role holds everywhere: name no tenant.");
            }
            return new RoleBinding(body.role(), null, null);
        }
        var tenant = context.finder().tenant(transaction, actor, body.tenant(), ProblemCode.INVALID_REFERENCE);
        actor.require(Access.TENANT_ADMIN, tenant.id(), null);
        if (body.role() == Role.TENANT_ADMIN) {
            return new RoleBinding(body.role(), tenant.id(), null);
        }
        var project = body.project();
        if (project == null) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "/project: is required for " + body.role() + ".");
        }
        var found = context.finder()
                .one(transaction, actor, IdKind.PROJECT, tenant.id(), project, ProblemCode.INVALID_REFERENCE);
        return new RoleBinding(body.role(), tenant.id(), found.id());
    }

    /// The actor's tenants' tokens; all of them for an operator; none for those who administer nothing.
    private List<Token> manageable(Actor actor) {
        if (actor.operator()) {
            return tokens(null);
        }
        var all = new TreeMap<String, Token>();
        for (var tenant : actor.visibility().tenants()) {
            tokens(tenant).forEach(token -> all.put(token.id().toString(), token));
        }
        return List.copyOf(all.values());
    }

    private List<Token> tokens(@Nullable Id tenant) {
        return context.bus()
                .ask(new ListTokens(tenant), Tokens.class, origin(), PATIENCE)
                .tokens();
    }

    private Origin origin() {
        return Origin.ofService("sentral", context.telemetry().correlation())
                .withTraceparent(context.telemetry().traceparent());
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "dvt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Answer withoutSecret(Answer answer) {
        return answer.body() instanceof TokenCreated created
                ? new Answer(answer.status(), answer.headers(), new TokenCreated(created.token(), ""))
                : answer;
    }

    private static Duration life(@Nullable String wanted) {
        if (wanted == null) {
            return USUAL_LIFE;
        }
        try {
            var life = Duration.parse(wanted);
            if (life.isPositive() && life.compareTo(LONGEST_LIFE) <= 0) {
                return life;
            }
        } catch (DateTimeParseException unreadable) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "/expires_in: is not an ISO 8601 duration, as P30D.");
        }
        throw Failure.of(ProblemCode.VALIDATION_FAILED, "/expires_in: must be more than nothing and at most P366D.");
    }
}
