package no.dataverket.sentral.offerings;

import io.prometheus.metrics.core.metrics.Gauge;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.UsageCheck.UsageDifference;
import no.dataverket.contract.api.UsageInterval;
import no.dataverket.contract.api.UsageTotal;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.tenancy.Usage;
import no.dataverket.sentral.tenancy.UsageChecker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was used: tenants see their own, operators all. A checker compares it with what it is derived from.
public final class UsageOffering implements Offering {

    private static final Logger LOG = LoggerFactory.getLogger(UsageOffering.class);

    private final Context context;
    private final Usage usage = new Usage();
    private final UsageChecker checker = new UsageChecker();
    private final Gauge differences = Gauge.builder()
            .name("dataverket_usage_differences")
            .help("Differences between budgets, charges, usage and its events at the last comparison.")
            .build();

    public UsageOffering(Context context) {
        this.context = context;
    }

    /// Shows what was found last as a metric too, from then on.
    public void measure() {
        context.telemetry().registry().register(differences);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listUsage", this::totals,
                "listUsageIntervals", this::intervals,
                "checkUsage",
                        call -> {
                            new Actor(call.actor()).require(Access.OPERATOR, null, null);
                            var found = context.database().call(checker::check);
                            tell(found.differences());
                            return Answer.of(200, found);
                        });
    }

    /// Compares what may differ, and tells the metrics and the log what it found. Runs by itself every few minutes.
    public void watch() {
        tell(context.database().call(checker::watch));
    }

    private void tell(List<UsageDifference> found) {
        differences.set(found.size());
        for (var difference : found) {
            LOG.atError()
                    .addKeyValue("check", difference.check())
                    .addKeyValue("subject", difference.subject())
                    .addKeyValue("expected", difference.expected())
                    .addKeyValue("found", difference.found())
                    .addKeyValue("runbook", UsageChecker.RUNBOOK)
                    .log("usage differs");
        }
    }

    private Answer totals(Call call) {
        var actor = new Actor(call.actor());
        var wanted = Pages.behind(call, UsageOffering::place);
        return context.database().call(transaction -> {
            var read = usage.totals(
                    transaction,
                    actor.visibility(),
                    question(transaction, actor, call),
                    wanted.after(),
                    wanted.toRead());
            return wanted.page(read, UsageOffering::place);
        });
    }

    private Answer intervals(Call call) {
        var actor = new Actor(call.actor());
        var wanted = Pages.behind(call, Long::valueOf);
        var resource = call.parameter("resource")
                .map(written -> Id.tryParse(written)
                        .orElseThrow(() -> Failure.of(
                                ProblemCode.VALIDATION_FAILED, "resource must be an identifier, not " + written + ".")))
                .orElse(null);
        return context.database().call(transaction -> {
            var read = usage.intervals(
                    transaction,
                    actor.visibility(),
                    question(transaction, actor, call),
                    resource,
                    Objects.requireNonNullElse(wanted.after(), 0L),
                    wanted.toRead());
            return wanted.page(read, (UsageInterval last) -> Long.toString(last.number()));
        });
    }

    private Usage.Question question(Transaction transaction, Actor actor, Call call) {
        var scope = context.finder().ofQuery(transaction, actor, call);
        // What began within this second belongs to what is asked for as "until now".
        var until = time(call, "until")
                .orElseGet(() -> Instant.now().plusSeconds(1))
                .truncatedTo(ChronoUnit.SECONDS);
        var month = LocalDate.ofInstant(until, ZoneOffset.UTC)
                .withDayOfMonth(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        var from = time(call, "from").orElse(month).truncatedTo(ChronoUnit.SECONDS);
        if (from.isAfter(until)) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "The period ends before it begins.");
        }
        return new Usage.Question(
                scope.tenantId(),
                scope.projectId(),
                scope.environmentId(),
                call.parameter("datacenter").orElse(null),
                call.parameter("dimension").orElse(null),
                from,
                until);
    }

    private static Optional<Instant> time(Call call, String parameter) {
        try {
            return call.parameter(parameter).map(Instant::parse);
        } catch (DateTimeException notATime) {
            throw Failure.of(
                    ProblemCode.VALIDATION_FAILED, parameter + " must be a time like 2026-11-01T00:00:00Z (RFC 3339).");
        }
    }

    private static String place(UsageTotal last) {
        var environment = last.environment();
        return String.join(
                " ",
                last.tenant().uuid().toString(),
                (environment == null ? last.tenant() : environment).uuid().toString(),
                last.datacenter(),
                last.dimension());
    }

    private static Usage.Place place(String token) {
        var parts = token.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException(token);
        }
        return new Usage.Place(
                java.util.UUID.fromString(parts[0]), java.util.UUID.fromString(parts[1]), parts[2], parts[3]);
    }
}
