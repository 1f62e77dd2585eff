package no.dataverket.sentral.offerings;

import io.nats.client.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.AuditEntry;
import no.dataverket.contract.api.Condition;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.bus.Envelope;
import no.dataverket.contract.bus.Subjects;
import no.dataverket.contract.command.DeadLetterMessages.DeadLetterChanged;
import no.dataverket.contract.command.IdentitetMessages;
import no.dataverket.contract.command.IdentitetMessages.TokenRevoked;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.GuestObserved;
import no.dataverket.contract.command.MaskinMessages.HostObserved;
import no.dataverket.contract.command.MaskinMessages.VmObserved;
import no.dataverket.contract.command.NettMessages;
import no.dataverket.core.bus.Bus;
import no.dataverket.core.bus.Envelopes;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.service.Closing;
import no.dataverket.core.work.DeadLetters;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.inventory.VmDriftBook;
import no.dataverket.sentral.tasks.ReportedDeadLetters;
import no.dataverket.sentral.tasks.Runbooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the facts that services tell, and keeps what is known of resources up to date with them. A fact
/// older than what is known is dropped.
public final class Observations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Observations.class);
    private static final Duration ACK_WAIT = Duration.ofSeconds(30);

    private final Context context;
    private final HypervisorOffering hypervisors;
    private final DeadLetters deadLetters;
    private final Closing closing = new Closing();

    public Observations(Context context, HypervisorOffering hypervisors, DeadLetters deadLetters) {
        this.context = context;
        this.hypervisors = hypervisors;
        this.deadLetters = deadLetters;
        var maskin = Subjects.events(MaskinMessages.SERVICE);
        closing.add(context.bus().consume(Bus.EVENTS, "sentral-maskin", maskin, ACK_WAIT, this::take));
        var letters = Subjects.event("*", "dead-letter", "changed");
        closing.add(context.bus().consume(Bus.EVENTS, "sentral-dead-letters", letters, ACK_WAIT, this::take));
        // Every process has a memory of its own: each must hear this. One that does not forgets a little later.
        var revoked = Subjects.event(IdentitetMessages.SERVICE, "token", "revoked");
        context.bus().listen(revoked, Envelope.class, this::forget);
    }

    @Override
    public void close() {
        closing.close();
    }

    private void take(Message message) {
        try {
            var envelope = Envelopes.read(message.getData());
            context.database().run(transaction -> apply(transaction, envelope));
            message.ack();
        } catch (RuntimeException failure) {
            deadLetters.tryAgainOrBury(message, failure);
        }
    }

    private void apply(Transaction transaction, Envelope envelope) {
        if (envelope.type().endsWith(".evt.dead-letter.changed")) {
            ReportedDeadLetters.keep(transaction, Envelopes.payload(envelope, DeadLetterChanged.class));
            return;
        }
        switch (envelope.type()) {
            case "dv.maskin.evt.host.observed" ->
                hypervisors.observed(transaction, Envelopes.payload(envelope, HostObserved.class));
            case "dv.maskin.evt.vm.observed" -> observed(transaction, Envelopes.payload(envelope, VmObserved.class));
            case "dv.maskin.evt.vm.guest" -> told(transaction, Envelopes.payload(envelope, GuestObserved.class));
            default -> LOG.atDebug().addKeyValue("type", envelope.type()).log("nothing to learn from this fact");
        }
    }

    private void forget(Envelope envelope) {
        context.identity()
                .forget(Envelopes.payload(envelope, TokenRevoked.class).token());
    }

    private void observed(Transaction transaction, VmObserved seen) {
        var found = context.resources().lock(transaction, seen.vm());
        if (found.isEmpty()) {
            return;
        }
        var vm = found.get();
        var before = vm.status(VmKnown.class);
        drift(transaction, vm, before, seen);
        var last = before.observedAt();
        if (last != null && last.isAfter(seen.at())) {
            return;
        }
        var known = before.observed(seen.power(), seen.at());
        if (vm.activeTask() != null || vm.phase() == Phase.FAILED) {
            context.resources().observe(transaction, vm.id(), vm.phase(), known);
            return;
        }
        boolean wanted = vm.spec(VmSpec.class).running();
        boolean asWanted = seen.power().equals(wanted ? "RUNNING" : "OFF");
        boolean unknown = seen.power().equals("UNKNOWN");
        var otherwise = unknown ? Phase.UNKNOWN : Phase.DEGRADED;
        var phase = asWanted ? (wanted ? Phase.RUNNING : Phase.STOPPED) : otherwise;
        var conditions = Conditions.continued(before.conditions(), conditions(before, seen, asWanted));
        context.resources().observe(transaction, vm.id(), phase, known.saying(conditions));
    }

    /// What a guest tells changes nothing but what is shown of it.
    private void told(Transaction transaction, GuestObserved seen) {
        var found = context.resources().lock(transaction, seen.vm());
        if (found.isEmpty()) {
            return;
        }
        var vm = found.get();
        var known = vm.status(VmKnown.class);
        var before = known.guest();
        boolean elsewhere = !seen.hypervisor().equals(known.hypervisor());
        if (elsewhere
                || before != null && before.observedAt().isAfter(seen.guest().observedAt())) {
            return;
        }
        context.resources().observe(transaction, vm.id(), vm.phase(), known.telling(seen.guest()));
    }

    /// Keeps what differs, and writes down who changed a machine to make it as it should be.
    private void drift(Transaction transaction, Resource vm, VmKnown before, VmObserved seen) {
        var comparison = seen.comparison();
        if (comparison == null) {
            return;
        }
        if (comparison.kind() == null) {
            if (VmDriftBook.isOpen(transaction, vm.id())) {
                VmDriftBook.over(transaction, vm.id(), seen.at());
            }
            return;
        }
        var host = new VmDriftBook.Host(
                seen.hypervisor(),
                Objects.requireNonNullElse(
                        before.hypervisorName(), seen.hypervisor().toString()),
                vm.datacenter());
        var machine = new VmDriftBook.Machine(vm.id(), address(transaction, vm), host);
        VmDriftBook.differs(transaction, machine, comparison, seen.action(), seen.at());
        if (comparison.repaired()) {
            context.audit().write(transaction, repair(vm));
        }
    }

    private String address(Transaction transaction, Resource vm) {
        return context.scopes()
                .lineage(transaction, Objects.requireNonNull(vm.environment()))
                .map(lineage -> lineage.address() + "/" + vm.name())
                .orElse(vm.name());
    }

    private static AuditEntry repair(Resource vm) {
        var id = Id.next(IdKind.AUDIT_ENTRY);
        return new AuditEntry(
                id,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                "service:" + MaskinMessages.SERVICE,
                "vm.repair",
                vm.id(),
                vm.name(),
                vm.tenant(),
                vm.project(),
                vm.environment(),
                id.toString(),
                null,
                "SUCCEEDED",
                null,
                null,
                List.of());
    }

    /// What is seen now; and what the machine had to be started without, for as long as that is away.
    private List<Condition> conditions(VmKnown before, VmObserved seen, boolean asWanted) {
        var now = new ArrayList<>(conditions(seen, asWanted));
        if (!context.services().of(NettMessages.SERVICE).up()) {
            before.conditions().stream()
                    .filter(condition -> condition.type().equals(Facade.REDUCED))
                    .forEach(now::add);
        }
        return now;
    }

    private static List<Condition> conditions(VmObserved seen, boolean asWanted) {
        if (asWanted && seen.drift().isEmpty()) {
            return Facade.ready("The machine is as it is wanted.");
        }
        boolean unknown = seen.power().equals("UNKNOWN");
        var runbook = unknown ? Runbooks.HYPERVISOR_LOST : Runbooks.VM_DEGRADED;
        var otherwise = unknown ? "Nobody knows whether the machine runs." : "The machine is " + seen.power() + ".";
        var ready = new Condition(
                "Ready",
                asWanted,
                asWanted ? "Realised" : unknown ? "Unknown" : "NotAsWanted",
                asWanted ? "The machine is as it is wanted." : otherwise,
                seen.at(),
                asWanted ? null : runbook);
        if (seen.drift().isEmpty()) {
            return List.of(ready);
        }
        var action = seen.action().isEmpty() ? "" : " " + seen.action();
        var drift = new Condition("Drift", true, "Observed", seen.drift() + action, seen.at(), runbook);
        return List.of(ready, drift);
    }
}
