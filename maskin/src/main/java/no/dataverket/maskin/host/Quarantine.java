package no.dataverket.maskin.host;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.dataverket.contract.Id;
import no.dataverket.contract.command.HostVerdict;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.DatabaseFailure;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.maskin.host.Verdicts.Failing;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.VmId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Judges hosts by failures that are their own. One on which several machines failed at the same operation gets no
/// new ones until nothing has failed for some time, or until an operator answers for it; its machines are left alone.
/// Where the [budget][QuarantineBudget] is spent, the host stays in service and is reported.
///
/// Failures and verdicts are stored, so that they outlive the process and count for all processes together. What
/// succeeded is remembered by each process alone: another one may judge a host a little more strictly.
public final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final Database database;
    private final Hosts hosts;
    private final HostNews news;
    private final InstantSource clock;
    private final Telemetry telemetry;
    private final QuarantineRule rule;

    public Quarantine(
            Database database,
            Hosts hosts,
            HostNews news,
            InstantSource clock,
            Telemetry telemetry,
            QuarantineRule rule) {
        this.database = database;
        this.hosts = hosts;
        this.news = news;
        this.clock = clock;
        this.telemetry = telemetry;
        this.rule = rule;
    }

    /// Watches what becomes of operations on a host.
    Conduct watch(Id host) {
        return new Watched(host);
    }

    /// Ends what is over. The host answers.
    ///
    /// @param seen the host as it was read last
    public void review(Host seen) {
        if (isOver(seen)) {
            database.run(transaction -> hosts.lockIfThere(
                            transaction, seen.address().id())
                    .filter(this::isOver)
                    .ifPresent(host -> {
                        var now = clock.instant();
                        var reason = "Nothing failed until " + now.truncatedTo(ChronoUnit.SECONDS) + ".";
                        Verdicts.clear(transaction, host.address().id(), reason, now);
                        tell(transaction, host.address().id());
                    }));
        }
    }

    private boolean isOver(Host host) {
        var verdict = host.verdict();
        var until = verdict == null ? null : verdict.until();
        return until != null && host.fence() == null && !clock.instant().isBefore(until);
    }

    private final class Watched implements Conduct {
        private final Id host;
        private final Map<String, Instant> successes = new ConcurrentHashMap<>();

        Watched(Id host) {
            this.host = host;
        }

        @Override
        public void succeeded(String operation) {
            successes.put(operation, clock.instant());
        }

        /// Must not stand in the way of what is told to whoever asked for the operation.
        @Override
        public void failed(String operation, VmId vm, RuntimeFailure failure) {
            // A process that ends breaks off its calls: that says nothing of the host.
            if (!failure.kind().isOfHost() || Thread.currentThread().isInterrupted()) {
                return;
            }
            var failing = new Failing(operation, vm, failure, clock.instant());
            var lastSuccess = successes.getOrDefault(operation, Instant.EPOCH);
            try {
                database.run(transaction -> hosts.lockIfThere(transaction, host)
                        .ifPresent(locked -> judge(transaction, locked, failing, lastSuccess)));
            } catch (DatabaseFailure unreachable) {
                LOG.atWarn()
                        .setCause(unreachable)
                        .addKeyValue("host", host)
                        .log("a failure of a host could not be counted");
            }
        }
    }

    private void judge(Transaction transaction, Host host, Failing failing, Instant lastSuccess) {
        var id = host.address().id();
        var now = failing.at();
        int machines = Verdicts.keep(transaction, id, failing, now.minus(rule.within()), lastSuccess);
        var held = host.verdict();
        boolean fails = machines >= rule.machines();
        if (host.fence() != null) {
            return;
        }
        if (held != null && held.isQuarantine()) {
            var until = now.plus(rule.probation(Verdicts.past(transaction, id).relapses()));
            Verdicts.extend(transaction, id, fails ? reason(failing, machines) : held.reason(), until);
        } else if (fails) {
            quarantineOrReport(transaction, host, failing, reason(failing, machines));
        } else {
            return;
        }
        tell(transaction, id);
    }

    private void quarantineOrReport(Transaction transaction, Host host, Failing failing, String reason) {
        var id = host.address().id();
        var now = failing.at();
        var refusal = Verdicts.budget(transaction, id).refusal();
        if (refusal.isEmpty()) {
            var past = Verdicts.past(transaction, id);
            var last = past.last();
            int relapses = last != null && rule.isRelapse(last, now) ? past.relapses() + 1 : 0;
            Verdicts.quarantine(transaction, id, reason, now, now.plus(rule.probation(relapses)), relapses);
            LOG.atWarn()
                    .addKeyValue("host", host.name())
                    .addKeyValue("why", reason)
                    .log("a host is in quarantine");
            return;
        }
        var why = reason + " It stays in service: " + refusal.get() + ".";
        var until = now.plus(rule.within());
        HostVerdict held = host.verdict();
        if (held != null && held.isReport()) {
            Verdicts.extend(transaction, id, why, until);
        } else {
            Verdicts.report(transaction, id, why, now, until);
            LOG.atWarn()
                    .addKeyValue("host", host.name())
                    .addKeyValue("why", why)
                    .log("a host fails");
        }
    }

    private static String reason(Failing failing, int machines) {
        var failure = failing.failure();
        return "Operation " + failing.operation() + " failed for " + machines
                + " machines and succeeded for none meanwhile; the last said " + failure.kind() + ": "
                + failure.getMessage() + ".";
    }

    private void tell(Transaction transaction, Id host) {
        var origin = Origin.ofService(MaskinMessages.SERVICE, telemetry.correlationOrNew())
                .withTraceparent(telemetry.traceparent());
        hosts.find(transaction, host).ifPresent(current -> news.tell(transaction, current, origin));
    }
}
