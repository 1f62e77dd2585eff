package no.dataverket.maskin.vm;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.VmStats.DiskStats;
import no.dataverket.contract.api.VmStats.InterfaceStats;
import no.dataverket.contract.command.MaskinMessages.MeasureVms;
import no.dataverket.contract.command.MaskinMessages.VmMeasured;
import no.dataverket.contract.command.MaskinMessages.VmsMeasured;
import no.dataverket.core.work.Absent;
import no.dataverket.maskin.host.HostAddress;
import no.dataverket.maskin.host.Runtimes;
import no.dataverket.maskin.runtime.Nic;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmUsage;
import org.jspecify.annotations.Nullable;

/// Asks hosts what their machines use, all at the same time. A host is asked at most once in a while,
/// however many ask about its machines.
final class UsageReader implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(UsageReader.class.getName());

    /// Less than whoever asks has patience for.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Vms vms;
    private final Runtimes runtimes;
    private final InstantSource clock;
    private final Map<Id, Reading> readings = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    UsageReader(Vms vms, Runtimes runtimes, InstantSource clock) {
        this.vms = vms;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    private record Reading(long nanos, Map<VmId, VmUsage> usage) {

        boolean isFresh() {
            return System.nanoTime() - nanos < FRESH_NANOS;
        }
    }

    VmsMeasured read(MeasureVms query) {
        var byHost = new LinkedHashMap<HostAddress, List<StoredVm>>();
        vms.find(query.vms())
                .forEach(vm -> byHost.computeIfAbsent(vm.host(), unused -> new ArrayList<>())
                        .add(vm));
        var hosts = List.copyOf(byHost.keySet());
        var running = new ArrayList<VmMeasured>();
        var unanswered = new ArrayList<Id>();
        var answers = ask(hosts);
        for (int index = 0; index < hosts.size(); index++) {
            var there = Objects.requireNonNull(byHost.get(hosts.get(index)));
            var usage = answered(answers.get(index));
            for (var vm : there) {
                if (usage == null) {
                    unanswered.add(vm.id());
                } else if (usage.containsKey(vm.runtimeId())) {
                    running.add(measured(vm, Objects.requireNonNull(usage.get(vm.runtimeId()))));
                }
            }
        }
        return new VmsMeasured(clock.instant(), running, unanswered);
    }

    /// Lets go of hosts that have not answered yet.
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private List<Future<Map<VmId, VmUsage>>> ask(List<HostAddress> hosts) {
        try {
            var questions = hosts.stream()
                    .<Callable<Map<VmId, VmUsage>>>map(host -> () -> usage(host))
                    .toList();
            return threads.invokeAll(questions, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Absent("maskin", "The service is being stopped.");
        }
    }

    /// What a host answered; null for one that did not, whatever the reason.
    private static @Nullable Map<VmId, VmUsage> answered(Future<Map<VmId, VmUsage>> answer) {
        try {
            return answer.isCancelled() ? null : answer.get();
        } catch (ExecutionException refused) {
            LOG.log(Level.DEBUG, "a host does not tell what its machines use", refused.getCause());
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Map<VmId, VmUsage> usage(HostAddress host) {
        var held = readings.get(host.id());
        if (held != null && held.isFresh()) {
            return held.usage();
        }
        var usage = runtimes.of(host).runtime().usage().stream()
                .collect(Collectors.toMap(VmUsage::vm, each -> each, (one, other) -> one));
        readings.put(host.id(), new Reading(System.nanoTime(), usage));
        return usage;
    }

    private static VmMeasured measured(StoredVm vm, VmUsage usage) {
        return new VmMeasured(
                vm.id(),
                usage.cpuNanos(),
                usage.memoryBytes(),
                orNull(usage.residentBytes()),
                usage.disks().stream()
                        .map(disk -> new DiskStats(
                                disk.name(), disk.readBytes(), disk.reads(), disk.writtenBytes(), disk.writes()))
                        .toList(),
                interfaces(vm, usage));
    }

    /// Interfaces by the index that the machine's definition gives their host devices.
    private static List<InterfaceStats> interfaces(StoredVm vm, VmUsage usage) {
        var spec = vm.spec();
        if (spec == null) {
            return List.of();
        }
        var indexes = spec.nics().stream().collect(Collectors.toMap(Nic::hostDevice, Nic::index));
        return usage.nics().stream()
                .filter(nic -> indexes.containsKey(nic.hostDevice()))
                .map(nic -> new InterfaceStats(
                        Objects.requireNonNull(indexes.get(nic.hostDevice())),
                        nic.receivedBytes(),
                        nic.receivedPackets(),
                        nic.receivedDropped(),
                        nic.sentBytes(),
                        nic.sentPackets(),
                        nic.sentDropped()))
                .sorted(Comparator.comparingInt(InterfaceStats::index))
                .toList();
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
