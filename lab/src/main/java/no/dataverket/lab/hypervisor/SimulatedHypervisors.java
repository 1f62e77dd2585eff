package no.dataverket.lab.hypervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A fleet of simulated hosts. Their events have one common order, and their behaviour follows from one seed.
public final class SimulatedHypervisors implements AutoCloseable {

    private final Map<String, SimulatedRuntime> hosts = new LinkedHashMap<>();

    private SimulatedHypervisors(List<String> names, Function<String, SimulatedRuntime> open) {
        names.forEach(name -> hosts.put(name, open.apply(name)));
    }

    /// Hosts whose VMs are gone with the process.
    public static SimulatedHypervisors inMemory(List<String> names, HostSize size, long seed) {
        return inMemory(names, size, seed, new SimulatedHost.Fleet());
    }

    static SimulatedHypervisors inMemory(List<String> names, HostSize size, long seed, SimulatedHost.Fleet fleet) {
        return new SimulatedHypervisors(
                names, name -> new SimulatedRuntime(new SimulatedHost(name, size, fleet), seed));
    }

    /// Hosts whose VMs are kept in a directory, in one file for each host, named `<host>.journal`.
    ///
    /// @throws java.io.UncheckedIOException when a file can't be read or written
    public static SimulatedHypervisors journaled(List<String> names, HostSize size, long seed, Path directory) {
        var fleet = new SimulatedHost.Fleet();
        return new SimulatedHypervisors(names, name -> {
            var journal = directory.resolve(name + ".journal");
            return new SimulatedRuntime(new SimulatedHost(name, size, fleet, journal), seed);
        });
    }

    /// Names for `count` hosts: the prefix and a number from 1.
    public static List<String> names(String prefix, int count) {
        var names = new ArrayList<String>(count);
        for (var number = 1; number <= count; number++) {
            names.add(prefix + number);
        }
        return names;
    }

    /// All hosts, in the order of their names as given.
    public List<SimulatedRuntime> hosts() {
        return List.copyOf(hosts.values());
    }

    /// @throws IllegalArgumentException when there's no such host
    public SimulatedRuntime host(String name) {
        var host = hosts.get(name);
        if (host == null) {
            throw new IllegalArgumentException("there's no simulated host '" + name + "'");
        }
        return host;
    }

    /// All runs on all hosts.
    public List<RunInterval> runs() {
        return hosts.values().stream().flatMap(host -> host.runs().stream()).toList();
    }

    /// Pairs of runs of one VM that overlap. In a platform that keeps its promise there's none.
    public List<List<RunInterval>> doubleRuns() {
        var doubles = new ArrayList<List<RunInterval>>();
        for (var runs :
                runs().stream().collect(Collectors.groupingBy(RunInterval::vm)).values()) {
            for (var first = 0; first < runs.size(); first++) {
                for (var second = first + 1; second < runs.size(); second++) {
                    if (runs.get(first).overlaps(runs.get(second))) {
                        doubles.add(List.of(runs.get(first), runs.get(second)));
                    }
                }
            }
        }
        return doubles;
    }

    @Override
    public void close() {
        hosts.values().forEach(SimulatedRuntime::close);
    }
}
