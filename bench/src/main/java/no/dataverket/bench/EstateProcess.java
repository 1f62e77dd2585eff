package no.dataverket.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedEstate;

/// Simulated sites in a process of their own, to see what they take of a heap. Each line of standard input is a
/// number of hosts and a number of machines of each of two sites; the answer is what they hold, in MiB.
final class EstateProcess {

    private static final List<String> SITES = List.of("north", "south");

    private EstateProcess() {}

    public static void main(String... arguments) throws IOException {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            var numbers = order.split(" ", -1);
            System.out.println(measure(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
        }
    }

    private static double measure(int hosts, int machines) {
        var before = used();
        try (var estate = SimulatedEstate.of(SITES, hosts, HostSize.large(), 1).populate(machines)) {
            var held = used() - before;
            if (estate.sites().size() != SITES.size()) {
                throw new IllegalStateException("the sites are gone");
            }
            return held / (double) (1 << 20);
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
