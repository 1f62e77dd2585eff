package no.dataverket.lab.hypervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.VmId;

/// Several sites of simulated hosts, in a time of their own that stands still until a test steps it.
///
/// Nothing happens by itself. [#expect] says what is to go wrong and how often; [#step] lets time pass and with
/// it what is due. What happens, when and where follows from the seed and from what the hosts were asked to do
/// before, so that a history can be had again. Steps are taken by one thread; any other may call the hosts
/// meanwhile, and waits in this time where a host is slow.
public final class SimulatedEstate implements AutoCloseable {

    private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration SLOW_AT_LEAST = Duration.ofSeconds(1);
    private static final Duration SLOW_AT_MOST = Duration.ofSeconds(20);

    private final SteppedTime time = new SteppedTime(BEGIN);
    private final Map<String, SimulatedHypervisors> sites = new LinkedHashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final Set<Place> troubled = new HashSet<>();
    private final Map<Mishap, Expectation> expectations = new EnumMap<>(Mishap.class);
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private final long seed;
    private long number;

    /// What happened to a host.
    ///
    /// @param about the VM or the domain that it is about; the host's name where it is about all of it
    /// @param over whether the mishap ended then
    public record Happening(Instant at, String site, String host, Mishap mishap, String about, boolean over) {}

    private record Place(String site, SimulatedRuntime host) {}

    /// @param every on average, anywhere
    /// @param lasting on average, where it ends by itself
    private record Expectation(SplittableRandom random, Duration every, Duration lasting) {

        Duration next() {
            return exponential(every);
        }

        Duration end() {
            return exponential(lasting);
        }

        private Duration exponential(Duration mean) {
            return Duration.ofNanos(1 + Math.round(-Math.log(1 - random.nextDouble()) * mean.toNanos()));
        }
    }

    /// @param number tells apart what is due at the same time
    private record Due(Instant at, long number, What what) {}

    private sealed interface What {
        /// The next of its kind comes, somewhere.
        record Comes(Mishap mishap) implements What {}

        /// One ends.
        record Ends(Mishap mishap, Place place) implements What {}
    }

    private SimulatedEstate(long seed) {
        this.seed = seed;
    }

    /// Sites with so many hosts each. Hosts of a site see the same storage, and are named after it: `<site>-1`.
    public static SimulatedEstate of(List<String> sites, int hostsEach, HostSize size, long seed) {
        var estate = new SimulatedEstate(seed);
        for (var site : sites) {
            var fleet = new SimulatedHost.Fleet(estate.time);
            var names = SimulatedHypervisors.names(site + "-", hostsEach);
            var hypervisors = SimulatedHypervisors.inMemory(names, size, seed, fleet);
            estate.sites.put(site, hypervisors);
            hypervisors.hosts().forEach(host -> estate.places.add(new Place(site, host)));
        }
        return estate;
    }

    /// Puts so many machines into each site, spread evenly over its hosts, and starts them.
    public SimulatedEstate populate(int machinesEach) {
        for (var site : sites.values()) {
            var hosts = site.hosts();
            for (var number = 0; number < machinesEach; number++) {
                UsualMachine.run(hosts.get(number % hosts.size()), number);
            }
        }
        return this;
    }

    /// The names of the sites, in the order in which they were given.
    public List<String> sites() {
        return List.copyOf(sites.keySet());
    }

    /// @throws IllegalArgumentException when there's no such site
    public SimulatedHypervisors site(String name) {
        var site = sites.get(name);
        if (site == null) {
            throw new IllegalArgumentException("there's no simulated site '" + name + "'");
        }
        return site;
    }

    /// The time that hosts live in.
    public SteppedTime time() {
        return time;
    }

    /// Lets a mishap come now and then from now on, once in so much time on average in all sites together.
    ///
    /// @param lasting how long it stays on average, where it ends by itself
    /// @throws IllegalArgumentException when it is expected already, or no time lies between two
    public SimulatedEstate expect(Mishap mishap, Duration every, Duration lasting) {
        if (!every.isPositive() || lasting.isNegative()) {
            throw new IllegalArgumentException(
                    "there must be time between two mishaps, and they can't last less than none");
        }
        var random = new SplittableRandom(seed + mishap.ordinal());
        var expectation = new Expectation(random, every, lasting);
        if (expectations.putIfAbsent(mishap, expectation) != null) {
            throw new IllegalArgumentException(mishap + " is expected already");
        }
        plan(expectation.next(), new What.Comes(mishap));
        return this;
    }

    /// Lets so much time pass, and all that is due in it happen.
    ///
    /// @return what happened, in its order
    public List<Happening> step(Duration length) {
        var happened = new ArrayList<Happening>();
        var end = time.instant().plus(length);
        for (var due = agenda.peek(); due != null && !due.at().isAfter(end); due = agenda.peek()) {
            agenda.remove();
            time.moveTo(due.at());
            switch (due.what()) {
                case What.Comes(var mishap) -> come(mishap, happened);
                case What.Ends(var mishap, var place) -> end(mishap, place, happened);
            }
        }
        time.moveTo(end);
        return happened;
    }

    @Override
    public void close() {
        sites.values().forEach(SimulatedHypervisors::close);
    }

    private void come(Mishap mishap, List<Happening> happened) {
        var expectation = expectations.get(mishap);
        if (expectation == null) {
            return;
        }
        plan(expectation.next(), new What.Comes(mishap));
        var place = places.get(expectation.random().nextInt(places.size()));
        if (mishap.isLasting() && !troubled.add(place)) {
            return;
        }
        var about = befall(mishap, place.host(), expectation.random());
        if (about.isEmpty()) {
            return;
        }
        happened.add(new Happening(time.instant(), place.site(), place.host().hostname(), mishap, about, false));
        if (mishap.isLasting()) {
            plan(expectation.end(), new What.Ends(mishap, place));
        }
    }

    /// @return what it was about; empty where there was nothing that it could befall
    private static String befall(Mishap mishap, SimulatedRuntime host, SplittableRandom random) {
        switch (mishap) {
            case REFUSES -> host.faults().refuse(Kind.INTERNAL);
            case IS_SLOW -> host.faults().tarry(SLOW_AT_LEAST, SLOW_AT_MOST);
            case LOSES_POWER -> host.backdoor().cutPower();
            case IS_CUT_OFF -> host.backdoor().cutOff();
            case VM_DIES -> {
                return one(host.active(), random, host.backdoor()::crash);
            }
            case LOSES_DOMAIN -> {
                return one(host.defined(), random, host.backdoor()::undefine);
            }
            case HAS_STRANGER -> {
                var name = "stranger-" + Integer.toHexString(random.nextInt());
                host.backdoor().addForeign(name);
                return name;
            }
        }
        return host.hostname();
    }

    private static String one(List<VmId> vms, SplittableRandom random, Consumer<VmId> happens) {
        if (vms.isEmpty()) {
            return "";
        }
        var vm = vms.get(random.nextInt(vms.size()));
        happens.accept(vm);
        return vm.toString();
    }

    private void end(Mishap mishap, Place place, List<Happening> happened) {
        var host = place.host();
        troubled.remove(place);
        switch (mishap) {
            case REFUSES -> host.faults().oblige();
            case IS_SLOW -> host.faults().hurry();
            case LOSES_POWER, IS_CUT_OFF -> host.backdoor().reconnect();
            case VM_DIES, LOSES_DOMAIN, HAS_STRANGER ->
                throw new IllegalStateException(mishap + " doesn't end by itself");
        }
        happened.add(new Happening(time.instant(), place.site(), host.hostname(), mishap, host.hostname(), true));
    }

    private void plan(Duration in, What what) {
        agenda.add(new Due(time.instant().plus(in), number++, what));
    }
}
