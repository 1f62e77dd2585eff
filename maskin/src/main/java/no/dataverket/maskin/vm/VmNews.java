package no.dataverket.maskin.vm;

import java.time.InstantSource;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.VmGuest;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.GuestObserved;
import no.dataverket.contract.command.MaskinMessages.VmComparison;
import no.dataverket.contract.command.MaskinMessages.VmObserved;
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Database;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.telemetry.Telemetry;
import no.dataverket.maskin.vm.StoredVm.Scope;
import org.jspecify.annotations.Nullable;

/// Keeps and tells what machines are found to be like.
final class VmNews {

    private static final String SUBJECT = Subjects.event(MaskinMessages.SERVICE, "vm", "observed");

    private static final String GUEST_SUBJECT = Subjects.event(MaskinMessages.SERVICE, "vm", "guest");

    private final Database database;
    private final Outbox outbox;
    private final String source;
    private final String datacenter;
    private final InstantSource clock;
    private final Telemetry telemetry;

    VmNews(
            Database database,
            Outbox outbox,
            String source,
            String datacenter,
            InstantSource clock,
            Telemetry telemetry) {
        this.database = database;
        this.outbox = outbox;
        this.source = source;
        this.datacenter = datacenter;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    /// Where news come from that no command asked for.
    Origin origin() {
        return origin(new Scope(null, null, null), null);
    }

    /// Where news of a machine come from that no command asked for.
    Origin origin(StoredVm vm) {
        return origin(vm.scope(), vm.claim().generation());
    }

    private Origin origin(Scope scope, @Nullable Long generation) {
        return new Origin(
                "service:" + MaskinMessages.SERVICE,
                telemetry.correlationOrNew(),
                null,
                scope.tenant(),
                scope.project(),
                scope.environment(),
                datacenter,
                null,
                null,
                generation,
                null,
                null,
                telemetry.traceparent());
    }

    /// Keeps what was found, and tells it if it differs from what was told before or if something was done
    /// about it.
    ///
    /// @param comparison null where it was only looked at
    void found(
            StoredVm vm, String power, String drift, String action, @Nullable VmComparison comparison, Origin origin) {
        database.run(transaction -> {
            boolean compared = comparison != null;
            int changed = transaction.update("""
                    UPDATE maskin.vm
                    SET observed_power = ?, observed_drift = ?, observed_at = now(),
                        compared = ? OR (compared AND observed_drift = '')
                    WHERE id = ? AND (observed_power <> ? OR observed_drift <> ? OR (? AND NOT compared))
                    """, power, drift, compared, vm.id(), power, drift, compared);
            if (changed > 0 || !action.isEmpty()) {
                tell(
                        transaction,
                        new VmObserved(vm.id(), vm.host().id(), power, drift, action, clock.instant(), comparison),
                        origin);
            }
        });
    }

    /// Tells something if the transaction commits.
    void tell(Transaction transaction, VmObserved fact, Origin origin) {
        outbox.add(transaction, Envelopes.seal(source, SUBJECT, fact.vm(), origin, fact));
    }

    /// Tells what a machine's guest tells of itself.
    void told(StoredVm vm, VmGuest guest) {
        var fact = new GuestObserved(vm.id(), vm.host().id(), guest);
        database.run(transaction ->
                outbox.add(transaction, Envelopes.seal(source, GUEST_SUBJECT, vm.id(), origin(vm), fact)));
    }

    /// What a machine is like that there is nothing to compare with on this host.
    VmObserved unjudged(Id vm, Id host, String power, String drift) {
        return new VmObserved(vm, host, power, drift, "", clock.instant(), null);
    }
}
