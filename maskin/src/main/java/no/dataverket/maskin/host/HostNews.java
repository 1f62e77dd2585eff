package no.dataverket.maskin.host;

import java.time.InstantSource;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.HostCustody;
import no.dataverket.contract.command.MaskinMessages.HostObserved;
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.bus.Outbox;
import no.dataverket.core.db.Transaction;

/// Tells what hosts are like.
public final class HostNews {

    private static final String SUBJECT = Subjects.event(MaskinMessages.SERVICE, "host", "observed");

    private final Outbox outbox;
    private final String source;
    private final InstantSource clock;

    public HostNews(Outbox outbox, String source, InstantSource clock) {
        this.outbox = outbox;
        this.source = source;
        this.clock = clock;
    }

    /// Tells what a host is like now, if the transaction commits.
    public void tell(Transaction transaction, Host host, Origin origin) {
        var fact = new HostObserved(
                host.address().id(),
                host.reachable(),
                host.message(),
                host.vcpus(),
                host.memoryMib(),
                host.vcpusReserved(),
                host.memoryMibReserved(),
                host.vms(),
                host.foreignDomains(),
                host.schedulable(),
                clock.instant(),
                new HostCustody(host.lost(), host.quarantine(), host.fence(), host.maintenance(), host.verdict()),
                host.reachable() ? host.strangers() : null);
        outbox.add(transaction, Envelopes.seal(source, SUBJECT, host.address().id(), origin, fact));
    }
}
