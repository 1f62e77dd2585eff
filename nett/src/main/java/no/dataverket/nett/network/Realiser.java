package no.dataverket.nett.network;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Database;
import no.dataverket.core.work.Absent;
import no.dataverket.nett.host.HostNetworks;
import no.dataverket.nett.host.HostSwitch;
import no.dataverket.nett.host.SwitchAway;
import no.dataverket.nett.ipam.Ipam;

/// Brings hosts to what is wanted of them. Commands and the reconciler do it in the same way: one pass over a
/// switch at a time, and a caller is served by a pass that began after it came, whoever's that is.
public final class Realiser {

    private final Database database;
    private final Ipam ipam;
    private final HostNetworks hosts;
    private final NetworkSettings settings;
    private final Map<HostSwitch, Turns> turns = new ConcurrentHashMap<>();

    /// The hypervisors of each switch on which anything may be: those of which a round or a command knew. A
    /// command's is here before its promise is made.
    private final Map<HostSwitch, Set<Id>> hypervisors = new ConcurrentHashMap<>();

    private volatile boolean placesKnown;

    public Realiser(Database database, Ipam ipam, HostNetworks hosts, NetworkSettings settings) {
        this.database = database;
        this.ipam = ipam;
        this.hosts = hosts;
        this.settings = settings;
    }

    /// The switch of a hypervisor.
    ///
    /// @throws Absent if no way to it is known
    HostSwitch require(Id hypervisor) {
        try {
            var target = hosts.of(hypervisor);
            remember(target, hypervisor);
            return target;
        } catch (SwitchAway away) {
            throw absent(away);
        }
    }

    /// Brings a hypervisor to what is wanted of it and sees that networks are there.
    ///
    /// @throws Absent if the switch can't be asked
    /// @throws Failure if a network is not there as it is wanted
    void realise(Id hypervisor, Collection<Id> networks) {
        var target = require(hypervisor);
        var outcome = await(target);
        for (var network : networks) {
            var refusal = outcome.refusals().get(network);
            if (refusal != null) {
                throw Failure.of(
                        ProblemCode.RUNTIME_REFUSED,
                        "The switch on " + target.name() + " refuses network " + network + ": " + refusal + ".");
            }
            if (!outcome.realised().contains(network)) {
                throw Failure.of(
                        ProblemCode.DEPENDENCY_UNAVAILABLE,
                        "The switch on " + target.name() + " does not show network " + network
                                + " as it should be yet.");
            }
        }
    }

    /// Brings every hypervisor that may have a network to what is wanted of it.
    ///
    /// @return those hypervisors
    /// @throws Absent if a switch can't be asked
    List<Id> realiseWhere(Id network) {
        var places = database.call(transaction -> ipam.realisations().places(transaction, network));
        places.stream().map(this::require).distinct().forEach(this::await);
        return places;
    }

    /// Brings a switch to what is wanted of it.
    ///
    /// @throws SwitchAway if it can't be asked
    HostPass.Outcome converge(HostSwitch target) {
        return turns.computeIfAbsent(target, Turns::new).next();
    }

    /// Looks at a switch, and brings it to what is wanted of it where it is not so.
    ///
    /// @param intent what was wanted of it a while ago
    /// @throws SwitchAway if it can't be asked
    HostPass.Outcome check(HostSwitch target, HostIntent intent) {
        return turns.computeIfAbsent(target, Turns::new).glance(intent).orElseGet(() -> converge(target));
    }

    /// What is wanted of switches.
    ///
    /// @param switches the hypervisors of each
    List<HostIntent> intents(Collection<Set<Id>> switches) {
        return database.call(transaction -> HostIntent.ofEach(transaction, ipam, switches));
    }

    /// All hypervisors that something may be found on, by their switch; those without a way to them under no
    /// switch.
    Map<Optional<HostSwitch>, Set<Id>> places() {
        var places = database.call(ipam.realisations()::places).stream()
                .collect(Collectors.groupingBy(this::find, Collectors.toSet()));
        places.forEach(
                (target, found) -> target.ifPresent(known -> found.forEach(hypervisor -> remember(known, hypervisor))));
        placesKnown = true;
        return places;
    }

    private void remember(HostSwitch target, Id hypervisor) {
        hypervisors
                .computeIfAbsent(target, unused -> ConcurrentHashMap.newKeySet())
                .add(hypervisor);
    }

    private Set<Id> hypervisors(HostSwitch target) {
        if (!placesKnown) {
            places();
        }
        return Set.copyOf(hypervisors.getOrDefault(target, Set.of()));
    }

    private HostPass.Outcome await(HostSwitch target) {
        try {
            return converge(target);
        } catch (SwitchAway away) {
            throw absent(away);
        }
    }

    private Optional<HostSwitch> find(Id hypervisor) {
        try {
            return Optional.of(hosts.of(hypervisor));
        } catch (SwitchAway unknown) {
            return Optional.empty();
        }
    }

    private static Absent absent(SwitchAway away) {
        return new Absent("switch on " + away.host(), String.valueOf(away.getMessage()));
    }

    /// Passes over one switch, one at a time.
    private final class Turns {

        private final HostSwitch target;
        private final ReentrantLock lock = new ReentrantLock(true);
        private long begun;
        private Supplier<HostPass.Outcome> last = () -> {
            throw new IllegalStateException("no pass was made yet");
        };
        private boolean none = true;

        Turns(HostSwitch target) {
            this.target = target;
        }

        /// The outcome of a pass that began after this call. A switch that is away is found to be so once for
        /// all who wait.
        HostPass.Outcome next() {
            long came = System.nanoTime();
            lock.lock();
            try {
                if (none || begun - came <= 0) {
                    begun = System.nanoTime();
                    none = true;
                    last = pass();
                    none = false;
                }
                return last.get();
            } finally {
                lock.unlock();
            }
        }

        Optional<HostPass.Outcome> glance(HostIntent intent) {
            lock.lock();
            try {
                return HostPass.glance(settings, target, intent);
            } finally {
                lock.unlock();
            }
        }

        private Supplier<HostPass.Outcome> pass() {
            try {
                var outcome = new HostPass(database, ipam, settings, target, hypervisors(target)).run();
                return () -> outcome;
            } catch (SwitchAway away) {
                return () -> {
                    throw new SwitchAway(away.host(), String.valueOf(away.getMessage()));
                };
            }
        }
    }
}
