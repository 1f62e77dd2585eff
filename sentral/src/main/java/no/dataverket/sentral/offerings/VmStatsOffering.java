package no.dataverket.sentral.offerings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.VmStats;
import no.dataverket.contract.api.VmStats.MeasuredState;
import no.dataverket.contract.command.MaskinMessages.MeasureVms;
import no.dataverket.contract.command.MaskinMessages.VmMeasured;
import no.dataverket.contract.command.MaskinMessages.VmsMeasured;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.inventory.Resource;
import org.jspecify.annotations.Nullable;

/// What machines use, to whoever may see them.
public final class VmStatsOffering implements Offering {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// So many at a time make an answer that fits into a message.
    private static final int PIECE = 200;

    private final Context context;
    private final Facade facade;

    public VmStatsOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of("getVmStats", this::get, "listVmStats", this::list);
    }

    /// A machine and its names from the tenant down.
    private record Named(Resource vm, String address) {}

    private Answer get(Call call) {
        var named = context.database().call(transaction -> {
            var vm = facade.find(transaction, call, IdKind.VM, "vm", Access.VIEWER);
            return named(transaction, List.of(vm));
        });
        return Answer.of(200, measured(named).getFirst());
    }

    private Answer list(Call call) {
        if (wantsText(call)) {
            return Answer.of(200, text(call).getBytes(StandardCharsets.UTF_8))
                    .header("Content-Type", PrometheusText.CONTENT_TYPE);
        }
        var wanted = Pages.of(call);
        var read = read(call, wanted.after(), wanted.toRead());
        return wanted.page(read, named -> named.vm().id().uuid(), this::measured);
    }

    private static boolean wantsText(Call call) {
        var accepted = call.header("Accept").orElse("").toLowerCase(Locale.ROOT);
        return accepted.contains("text/plain") && !accepted.contains("application/json");
    }

    /// All of it, piece by piece.
    private String text(Call call) {
        var stats = new ArrayList<VmStats>();
        @Nullable UUID after = null;
        List<Named> piece;
        do {
            piece = read(call, after, PIECE);
            stats.addAll(measured(piece));
            after = piece.isEmpty() ? after : piece.getLast().vm().id().uuid();
        } while (piece.size() == PIECE);
        return PrometheusText.of(stats);
    }

    private List<Named> read(Call call, @Nullable UUID after, int limit) {
        var actor = new Actor(call.actor());
        return context.database().call(transaction -> {
            var scope = context.finder().ofQuery(transaction, actor, call);
            var vms = context.resources()
                    .list(transaction, IdKind.VM, actor.visibility(), Filters.of(call, scope), after, limit);
            return named(transaction, vms);
        });
    }

    private List<Named> named(Transaction transaction, List<Resource> vms) {
        var environments = new HashMap<Id, String>();
        return vms.stream()
                .map(vm -> {
                    var environment = Objects.requireNonNull(vm.environment());
                    var address = environments.computeIfAbsent(
                            environment,
                            id -> context.scopes()
                                    .lineage(transaction, id)
                                    .orElseThrow()
                                    .address());
                    return new Named(vm, address + "/" + vm.name());
                })
                .toList();
    }

    private List<VmStats> measured(List<Named> machines) {
        var stats = new ArrayList<VmStats>();
        for (int from = 0; from < machines.size(); from += PIECE) {
            var piece = machines.subList(from, Math.min(machines.size(), from + PIECE));
            var answer = ask(piece);
            var running = answer.running().stream().collect(Collectors.toMap(VmMeasured::vm, each -> each));
            var unanswered = new HashSet<>(answer.unanswered());
            piece.forEach(machine -> stats.add(stats(
                    machine,
                    answer,
                    running.get(machine.vm().id()),
                    unanswered.contains(machine.vm().id()))));
        }
        return stats;
    }

    private VmsMeasured ask(List<Named> machines) {
        var query = new MeasureVms(
                machines.stream().map(machine -> machine.vm().id()).toList());
        var origin = Origin.ofService("sentral", context.telemetry().correlation())
                .withTraceparent(context.telemetry().traceparent());
        return context.bus().ask(query, VmsMeasured.class, origin, PATIENCE);
    }

    private static VmStats stats(Named machine, VmsMeasured answer, @Nullable VmMeasured measured, boolean unanswered) {
        var vm = machine.vm();
        return new VmStats(
                vm.id(),
                vm.name(),
                Objects.requireNonNull(vm.tenant()),
                Objects.requireNonNull(vm.project()),
                Objects.requireNonNull(vm.environment()),
                machine.address(),
                vm.datacenter(),
                measured != null ? MeasuredState.RUNNING : unanswered ? MeasuredState.UNKNOWN : MeasuredState.OFF,
                answer.at(),
                vm.spec(VmSpec.class).vcpus(),
                measured == null ? 0 : measured.cpuNanoseconds(),
                measured == null ? 0 : measured.memoryBytes(),
                measured == null ? null : measured.residentBytes(),
                measured == null ? List.of() : measured.disks(),
                measured == null ? List.of() : measured.interfaces());
    }
}
