package no.dataverket.identitet;

import io.opentelemetry.api.trace.SpanKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Token;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.Command;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.IdentitetMessages;
import no.dataverket.contract.command.IdentitetMessages.Authenticate;
import no.dataverket.contract.command.IdentitetMessages.IssueToken;
import no.dataverket.contract.command.IdentitetMessages.ListTokens;
import no.dataverket.contract.command.IdentitetMessages.Principal;
import no.dataverket.contract.command.IdentitetMessages.RevokeToken;
import no.dataverket.contract.command.IdentitetMessages.TokenRevoked;
import no.dataverket.contract.command.IdentitetMessages.Tokens;
import no.dataverket.contract.command.Query;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Bus.Asked;
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.health.Heart;
import no.dataverket.core.service.Closing;
import no.dataverket.core.service.Platform;
import no.dataverket.core.service.ServiceDefinition;
import no.dataverket.core.telemetry.Telemetry;

/// Identitet: answers whom a token speaks for, and makes, lists and revokes tokens. Who may ask for which
/// token is decided by Sentral before it asks.
public final class Identitet implements ServiceDefinition {

    private static final String SCHEMA = "identitet";
    private static final String MIGRATIONS = "no/dataverket/identitet/schema";

    private final Path bootstrapFile;

    /// @param bootstrapFile where the secret of the first operator's token is left, readable by its owner only
    public Identitet(Path bootstrapFile) {
        this.bootstrapFile = bootstrapFile;
    }

    @Override
    public String name() {
        return IdentitetMessages.SERVICE;
    }

    @Override
    public List<String> schemas() {
        return List.of(SCHEMA);
    }

    @Override
    public AutoCloseable start(Platform platform) {
        var closing = new Closing();
        try {
            var database =
                    closing.add(platform.database(SCHEMA, schemas())).migrate(SCHEMA, Database.MESSAGING, MIGRATIONS);
            var tokens = new TokenStore(platform.clock());
            new Bootstrap(bootstrapFile).run(database, tokens);
            var bus = closing.add(platform.bus(name()));
            var outbox = closing.add(new Outbox(database, bus, SCHEMA));
            new Answers(platform.telemetry(), database, bus, outbox, tokens).begin(closing);
            closing.add(new Heart(bus, name(), platform.datacenter(), platform.version(), database::answers));
            return closing;
        } catch (RuntimeException failure) {
            closing.close();
            throw failure;
        }
    }

    private record Answers(Telemetry telemetry, Database database, Bus bus, Outbox outbox, TokenStore tokens) {

        void begin(Closing closing) {
            closing.add(answer(Authenticate.class, asked -> authenticate(asked.query())));
            closing.add(answer(ListTokens.class, asked -> list(asked.query())));
            closing.add(answer(IssueToken.class, asked -> issue(asked.query())));
            closing.add(answer(RevokeToken.class, asked -> revoke(asked.query(), asked.envelope())));
        }

        private Principal authenticate(Authenticate query) {
            return database.call(transaction -> tokens.authenticate(transaction, query.tokenHash()))
                    .orElseThrow(() -> Failure.of(ProblemCode.AUTHENTICATION_REQUIRED, "The token is not valid."));
        }

        private Tokens list(ListTokens query) {
            return new Tokens(database.call(transaction -> tokens.list(transaction, query.tenant())));
        }

        private Token issue(IssueToken query) {
            return database.call(transaction -> tokens.issue(transaction, query));
        }

        private Done revoke(RevokeToken query, Envelope cause) {
            var subject = Subjects.event(IdentitetMessages.SERVICE, "token", "revoked");
            var origin = Origin.following(cause).withTraceparent(telemetry.traceparent());
            return database.call(transaction -> {
                if (!tokens.revoke(transaction, query.token())) {
                    return new Done("was revoked before");
                }
                outbox.add(
                        transaction,
                        Envelopes.seal(bus.source(), subject, query.token(), origin, new TokenRevoked(query.token())));
                return new Done("revoked");
            });
        }

        private <Q extends Query<A>, A> AutoCloseable answer(Class<Q> type, Function<Asked<Q>, A> handler) {
            var operation = "query "
                    + Subjects.query(
                            IdentitetMessages.SERVICE, Command.message(type).name());
            return bus.answer(
                    type,
                    asked -> telemetry.within(
                            operation,
                            SpanKind.SERVER,
                            Optional.ofNullable(asked.envelope().traceparent()),
                            asked.envelope().task(),
                            () -> available(handler, asked)));
        }

        private static <Q extends Query<A>, A> A available(Function<Asked<Q>, A> handler, Asked<Q> asked) {
            try {
                return handler.apply(asked);
            } catch (DatabaseFailure failure) {
                if (failure.unavailable()) {
                    throw new Failure(
                            Problem.of(ProblemCode.DEPENDENCY_UNAVAILABLE, "Identitet can't reach its database.")
                                    .withParameters(Map.of("dependency", "postgresql")),
                            failure);
                }
                throw failure;
            }
        }
    }
}
