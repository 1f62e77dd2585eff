package no.dataverket.identitet;

import static no.dataverket.core.testing.Eventually.eventually;
import static no.dataverket.identitet.RunningIdentitet.OPERATOR;
import static no.dataverket.identitet.RunningIdentitet.SOMEBODY;
import static no.dataverket.identitet.RunningIdentitet.atOnce;
import static no.dataverket.identitet.RunningIdentitet.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.PrincipalKind;
import no.dataverket.contract.api.Role;
import no.dataverket.contract.api.RoleBinding;
import no.dataverket.contract.api.Token;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.Heartbeat;
import no.dataverket.contract.command.IdentitetMessages.Authenticate;
import no.dataverket.contract.command.IdentitetMessages.IssueToken;
import no.dataverket.contract.command.IdentitetMessages.Principal;
import no.dataverket.contract.command.IdentitetMessages.RevokeToken;
import no.dataverket.contract.command.IdentitetMessages.TokenRevoked;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("integration")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TokenIntegrationTest {

    private final RunningIdentitet identitet = new RunningIdentitet();
    private final List<Envelope> facts = Collections.synchronizedList(new ArrayList<>());
    private final Id tenant = Id.next(IdKind.TENANT);
    private final Id project = Id.next(IdKind.PROJECT);

    @BeforeAll
    void listen() {
        identitet
                .bus()
                .consume(Bus.EVENTS, "test-facts", Subjects.events("identitet"), Duration.ofSeconds(30), message -> {
                    facts.add(Json.read(message.getData(), Envelope.class));
                    message.ack();
                });
    }

    @BeforeEach
    void firstStart() throws Exception {
        identitet.begin();
    }

    @AfterAll
    void end() throws Exception {
        identitet.close();
    }

    @Test
    void aTokenSpeaksForItsPrincipalInItsScope() {
        var secret = TokenSecret.random();
        var editor = new RoleBinding(Role.PROJECT_EDITOR, tenant, project);
        var token = identitet.issue("ci", editor, secret, identitet.now().plusSeconds(60));
        var principal = identitet.authenticate(secret);
        assertThat(principal)
                .isEqualTo(new Principal(
                        token.principal(),
                        "ci",
                        PrincipalKind.MACHINE,
                        token.id(),
                        identitet.now().plusSeconds(60),
                        List.of(editor),
                        List.of()));
    }

    @Test
    void aPrincipalKnowsWhoMadeItUpToTheFirstOperator() {
        var first = identitet.issue("root", OPERATOR);
        var ann = issuedBy("ann", PrincipalKind.HUMAN, first.principal());
        var robot = issuedBy("robot", PrincipalKind.MACHINE, ann.id());
        var helper = issuedBy("helper", PrincipalKind.MACHINE, robot.id());

        assertThat(ann.kind()).isEqualTo(PrincipalKind.HUMAN);
        assertThat(ann.issuers()).isEmpty();
        assertThat(robot.issuers()).containsExactly(ann.id());
        assertThat(helper.issuers()).containsExactly(ann.id(), robot.id());
    }

    private Principal issuedBy(String name, PrincipalKind kind, Id issuer) {
        var secret = TokenSecret.random();
        identitet.ask(
                new IssueToken(Id.next(IdKind.TOKEN), name, OPERATOR, secret.hash(), null, "test", kind, issuer),
                Token.class);
        return identitet.authenticate(secret);
    }

    @Test
    void unknownExpiredAndRevokedTokensGetOneAndTheSameAnswer() {
        var expired = TokenSecret.random();
        identitet.issue("expired", OPERATOR, expired, identitet.now().plusSeconds(60));
        var revoked = TokenSecret.random();
        identitet.revoke(identitet.issue("revoked", OPERATOR, revoked, null).id());
        identitet.later(Duration.ofMinutes(1));
        var answers = List.of(TokenSecret.random(), expired, revoked).stream()
                .map(secret -> identitet
                        .failure(new Authenticate(secret.hash()), Principal.class)
                        .problem())
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().code()).isEqualTo(ProblemCode.AUTHENTICATION_REQUIRED.name());
    }

    @Test
    void useIsNotedOnceAMinute() {
        var secret = TokenSecret.random();
        var token = identitet.issue("ci", OPERATOR, secret, null);
        assertThat(token.lastUsedAt()).isNull();
        var first = identitet.now();
        identitet.authenticate(secret);
        identitet.later(Duration.ofSeconds(59));
        identitet.authenticate(secret);
        assertThat(lastUse(token)).isEqualTo(first);
        identitet.later(Duration.ofSeconds(1));
        identitet.authenticate(secret);
        assertThat(lastUse(token)).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void noTableHoldsASecret() throws IOException {
        var issued = TokenSecret.random();
        identitet.revoke(identitet.issue("ci", OPERATOR, issued, null).id());
        identitet.authenticate(identitet.bootstrapSecret());
        var everything = identitet
                .database()
                .call(transaction -> transaction
                        .query(
                                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'identitet'",
                                row -> row.text("table_name"))
                        .stream()
                        .flatMap(table -> transaction
                                .query(
                                        "SELECT r::text AS content FROM identitet." + table + " r",
                                        row -> row.text("content"))
                                .stream())
                        .toList());
        assertThat(everything).anyMatch(row -> row.contains(issued.hash()));
        for (var secret : List.of(issued, identitet.bootstrapSecret())) {
            assertThat(everything).noneMatch(row -> row.contains(secret.text().substring("dvt_".length())));
        }
    }

    @Test
    void theSameOrderTwiceMakesOneToken() {
        var order = order("ci", new RoleBinding(Role.TENANT_ADMIN, tenant, null), TokenSecret.random(), null);
        var once = identitet.ask(order, Token.class);
        assertThat(identitet.ask(order, Token.class)).isEqualTo(once);
        assertThat(identitet.list(tenant)).containsExactly(once);
    }

    @Test
    void anotherOrderUnderTheSameIdentifierIsRefused() {
        var order = order("ci", OPERATOR, TokenSecret.random(), null);
        identitet.ask(order, Token.class);
        var other = new IssueToken(
                order.token(), "ci", OPERATOR, TokenSecret.random().hash(), null, "test", PrincipalKind.MACHINE, null);
        assertThat(identitet.refusal(other, Token.class)).isEqualTo(ProblemCode.IDEMPOTENCY_MISMATCH);
    }

    @Test
    void aNameIsTakenInItsScopeOnlyAndOnlyWhileItsTokenIsGood() {
        var inProject = new RoleBinding(Role.PROJECT_VIEWER, tenant, project);
        var brief = identitet.issue(
                "ci", inProject, TokenSecret.random(), identitet.now().plusSeconds(60));
        identitet.issue("ci", new RoleBinding(Role.TENANT_ADMIN, tenant, null));
        var again = order("ci", new RoleBinding(Role.PROJECT_EDITOR, tenant, project), TokenSecret.random(), null);
        assertThat(identitet.refusal(again, Token.class)).isEqualTo(ProblemCode.NAME_TAKEN);
        identitet.later(Duration.ofMinutes(1));
        var successor = identitet.ask(again, Token.class);
        assertThat(identitet.list(tenant)).contains(successor).doesNotContain(brief);
        identitet.revoke(successor.id());
        identitet.issue("ci", inProject);
    }

    @Test
    void ofManyWhoWantANameAtOnceOneGetsIt() throws Exception {
        var outcomes = atOnce(16, () -> identitet.ask(order("ci", OPERATOR, TokenSecret.random(), null), Token.class));
        int won = 0;
        for (var outcome : outcomes) {
            try {
                outcome.get();
                won++;
            } catch (ExecutionException lost) {
                assertThat(lost.getCause()).isInstanceOf(Failure.class).hasMessageStartingWith("NAME_TAKEN");
            }
        }
        assertThat(won).isEqualTo(1);
        assertThat(identitet.list(null))
                .filteredOn(token -> token.name().equals("ci"))
                .hasSize(1);
        assertThat(principals()).isEqualTo(2);
    }

    @Test
    void anOrderThatIsRepeatedAtOnceIsCarriedOutOnce() throws Exception {
        var order = order("ci", OPERATOR, TokenSecret.random(), null);
        for (var outcome : atOnce(16, () -> identitet.ask(order, Token.class))) {
            assertThat(outcome.get().id()).isEqualTo(order.token());
        }
    }

    @Test
    void aRoleIsHeldInAScopeThatFitsIt() {
        for (var misfit : List.of(
                new RoleBinding(Role.PLATFORM_OPERATOR, tenant, null),
                new RoleBinding(Role.TENANT_ADMIN, null, null),
                new RoleBinding(Role.TENANT_ADMIN, tenant, project),
                new RoleBinding(Role.PROJECT_EDITOR, tenant, null))) {
            assertThat(identitet.refusal(order("ci", misfit, TokenSecret.random(), null), Token.class))
                    .isEqualTo(ProblemCode.VALIDATION_FAILED);
        }
    }

    @Test
    void aTenantSeesTheTokensThatHoldNowhereElse() {
        var admin = identitet.issue("admin", new RoleBinding(Role.TENANT_ADMIN, tenant, null));
        var ci = identitet.issue("ci", new RoleBinding(Role.PROJECT_EDITOR, tenant, project));
        var neighbour = Id.next(IdKind.TENANT);
        identitet.issue("admin", new RoleBinding(Role.TENANT_ADMIN, neighbour, null));
        identitet.database().run(transaction -> {
            var wide = Id.next(IdKind.PRINCIPAL);
            transaction.update("INSERT INTO identitet.principal VALUES (?, 'wide', now())", wide);
            transaction.update(
                    "INSERT INTO identitet.role_binding VALUES (?, 'TENANT_ADMIN', ?, NULL), (?, 'TENANT_ADMIN', ?, NULL)",
                    wide,
                    tenant,
                    wide,
                    neighbour);
            transaction.update(
                    "INSERT INTO identitet.token (id, principal, name, hash, created_by, created_at) VALUES (?, ?, 'wide', ?, 'test', now())",
                    Id.next(IdKind.TOKEN),
                    wide,
                    TokenSecret.random().hash());
        });
        assertThat(identitet.list(tenant)).containsExactly(admin, ci);
        assertThat(identitet.list(null))
                .filteredOn(token -> token.name().equals("wide"))
                .singleElement()
                .satisfies(token -> assertThat(token.roles()).hasSize(2));
    }

    @Test
    void revokingIsTrueAtOnceAndToldOnce() {
        var secret = TokenSecret.random();
        var token = identitet.issue("ci", OPERATOR, secret, null);
        identitet.authenticate(secret);
        assertThat(identitet.revoke(token.id()).note()).isEqualTo("revoked");
        assertThat(identitet.refusal(new Authenticate(secret.hash()), Principal.class))
                .isEqualTo(ProblemCode.AUTHENTICATION_REQUIRED);
        assertThat(identitet.revoke(token.id()).note()).isEqualTo("was revoked before");
        var last = identitet.issue("last", OPERATOR);
        identitet.revoke(last.id());
        eventually(() -> told(last.id()), told -> !told.isEmpty());
        assertThat(told(token.id())).singleElement().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo("dv.identitet.evt.token.revoked");
            assertThat(fact.subject()).isEqualTo(token.id().toString());
            assertThat(fact.correlationid()).isEqualTo(SOMEBODY.correlation());
            assertThat(fact.actor()).isEqualTo(SOMEBODY.actor());
        });
    }

    @Test
    void aTokenThatNeverWasCanNotBeRevoked() {
        assertThat(identitet.refusal(new RevokeToken(Id.next(IdKind.TOKEN)), Done.class))
                .isEqualTo(ProblemCode.RESOURCE_NOT_FOUND);
    }

    @Test
    void theHeartBeatsWhileItRunsAndSaysWhenItStops() throws Exception {
        var beats = Collections.synchronizedList(new ArrayList<Heartbeat>());
        try (var listener = identitet.freshBus()) {
            listener.listen(Subjects.heartbeat("identitet"), Heartbeat.class, beats::add);
            eventually(() -> List.copyOf(beats), heard -> !heard.isEmpty());
            identitet.stop();
            eventually(() -> List.copyOf(beats).getLast(), Heartbeat::stopping);
        }
    }

    private @Nullable Instant lastUse(Token token) {
        return identitet.list(null).stream()
                .filter(one -> one.id().equals(token.id()))
                .findFirst()
                .orElseThrow()
                .lastUsedAt();
    }

    private long principals() {
        return identitet
                .database()
                .call(transaction ->
                        transaction.one("SELECT count(*) AS n FROM identitet.principal", row -> row.number("n")));
    }

    private List<Envelope> told(Id token) {
        return List.copyOf(facts).stream()
                .filter(fact ->
                        Json.convert(fact.data(), TokenRevoked.class).token().equals(token))
                .toList();
    }
}
