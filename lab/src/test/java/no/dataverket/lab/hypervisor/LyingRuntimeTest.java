package no.dataverket.lab.hypervisor;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.Evaluation;
import no.dataverket.maskin.evaluation.Incident;
import no.dataverket.maskin.evaluation.Incidents;
import no.dataverket.maskin.evaluation.MemoryLedger;
import no.dataverket.maskin.evaluation.Obstacle;
import no.dataverket.maskin.evaluation.Result;
import no.dataverket.maskin.evaluation.Verdict;
import no.dataverket.maskin.evaluation.check.Kit;
import no.dataverket.maskin.runtime.Capability;
import no.dataverket.maskin.runtime.ConsoleChunk;
import no.dataverket.maskin.runtime.DefineOutcome;
import no.dataverket.maskin.runtime.Disk;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.HostFacts;
import no.dataverket.maskin.runtime.Inventory;
import no.dataverket.maskin.runtime.NicOutcome;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RebootOutcome;
import no.dataverket.maskin.runtime.RebootRequest;
import no.dataverket.maskin.runtime.RemoveOutcome;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.Seed;
import no.dataverket.maskin.runtime.StaleWriter;
import no.dataverket.maskin.runtime.StartOutcome;
import no.dataverket.maskin.runtime.StopMode;
import no.dataverket.maskin.runtime.StopOutcome;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;
import no.dataverket.maskin.runtime.VmRuntime;
import no.dataverket.maskin.runtime.VmUsage;
import no.dataverket.maskin.runtime.Watch;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A runtime that breaks a promise is found out, by the check that is about that promise.
final class LyingRuntimeTest {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    /// Which checks find it out. Others may, too.
    private static final Map<String, Set<String>> FOUND_OUT_BY = Map.ofEntries(
            entry("tellsNoSize", Set.of("host-facts")),
            entry("losesOwners", Set.of("observed-as-defined", "owner-kept")),
            entry("saysThatItChangedSomething", Set.of("defined-twice")),
            entry(
                    "keepsTheOldDefinition",
                    Set.of("redefined", "renamed-running", "resized-at-cold-start", "revision-remembered")),
            entry("takesAnyMachineModel", Set.of("unknown-machine-model")),
            entry("letsLateWritersIn", Set.of("stale-definition", "stale-command", "late-start", "removed-for-good")),
            entry("takesNothingOver", Set.of("taken-over")),
            entry("letsNothingGo", Set.of("let-go")),
            entry("losesFilesAsItLetsGo", Set.of("let-go")),
            entry("countsNothing", Set.of("usage-counted")),
            entry("countsOnce", Set.of("usage-counted")),
            entry("startsTwice", Set.of("start-and-stop-once", "starts-at-once")),
            entry("startsWhatIsNotThere", Set.of("absent-machine")),
            entry("pullsThePlug", Set.of("graceful-stop", "deadline-of-a-stop")),
            entry("takesPausedForRunning", Set.of("resume")),
            entry("rebootsAgain", Set.of("reboot-once")),
            entry("leavesOffWhatIsOff", Set.of("reboot-of-a-stopped-machine")),
            entry("removesNothing", Set.of("removed-for-good", "removed-running")),
            entry("makesNothingAgain", Set.of("made-again")),
            entry("shrinksDisks", Set.of("disk-made-once")),
            entry("changesImages", Set.of("disk-keeps-its-image")),
            entry("doesNotGrow", Set.of("disk-grows-live", "disk-made-once")),
            entry("writesSeedsAgain", Set.of("seed-follows-its-content")),
            entry("plugsNothing", Set.of("interfaces-hot-plugged", "vlan-changed-live")),
            entry("forgetsInterfaces", Set.of("interfaces-at-start")),
            entry("dropsInterfaces", Set.of("interfaces-on-a-given-switch", "observed-as-defined")),
            entry("hidesWhatWaits", Set.of("interfaces-hide-nothing", "resized-at-cold-start")),
            entry("losesTheConsole", Set.of("console-outlives-a-stop")),
            entry("forgetsWhatIsOff", Set.of("inventory-as-one-by-one")),
            entry("hidesFiles", Set.of("files-without-a-machine")),
            entry("hidesForeignMachines", Set.of("foreign-machines")),
            entry("isSilent", Set.of("hint-of-a-start", "hint-of-a-crash")),
            entry("takesCrashedForOff", Set.of("crash-seen")),
            entry("takesUnreachableForAbsent", Set.of("unreachable-says-nothing")));

    private static final Map<String, Lie> LIES = Map.ofEntries(
            lie(
                    "tellsNoSize",
                    (_, operation, _, call) ->
                            operation.equals("facts") ? withoutSize((HostFacts) call.honestly()) : call.honestly()),
            lie(
                    "losesOwners",
                    observing(vm -> new ObservedVm(
                            vm.id(),
                            vm.name(),
                            nobody(),
                            vm.revision(),
                            vm.specHash(),
                            vm.power(),
                            vm.configuration(),
                            vm.instance()))),
            lie("saysThatItChangedSomething", (_, operation, _, call) -> {
                var answer = call.honestly();
                return answer == DefineOutcome.UNCHANGED && operation.equals("ensureDefined")
                        ? DefineOutcome.UPDATED
                        : answer;
            }),
            lie(
                    "keepsTheOldDefinition",
                    (truth, operation, arguments, call) -> operation.equals("ensureDefined")
                                    && truth.observe(((VmDefinition) arguments[0]).id())
                                            .isPresent()
                            ? DefineOutcome.UPDATED
                            : call.honestly()),
            lie("takesAnyMachineModel", instead("ensureDefined", Kind.INVALID, DefineOutcome.CREATED)),
            lie("letsLateWritersIn", (_, operation, _, call) -> letLateWritersIn(operation, call)),
            lie(
                    "takesNothingOver",
                    (_, operation, _, call) -> operation.equals("ensureAdopted") ? "nothing" : call.honestly()),
            lie("letsNothingGo", (_, operation, _, call) -> operation.equals("ensureLetGo") ? true : call.honestly()),
            lie("losesFilesAsItLetsGo", (truth, operation, arguments, call) -> {
                if (!operation.equals("ensureLetGo")) {
                    return call.honestly();
                }
                var vm = (VmId) arguments[0];
                boolean here = truth.observe(vm).isPresent();
                truth.ensureAbsent(vm, (Revision) arguments[1], PATIENCE);
                return here;
            }),
            lie("countsNothing", (_, operation, _, call) -> operation.equals("usage") ? List.of() : call.honestly()),
            lie(
                    "countsOnce",
                    (_, operation, _, call) -> operation.equals("usage")
                            ? ((List<?>) call.honestly())
                                    .stream()
                                            .map(usage -> frozen((VmUsage) usage))
                                            .toList()
                            : call.honestly()),
            lie("startsTwice", (_, operation, _, call) -> {
                var answer = call.honestly();
                return operation.equals("ensureRunning") ? StartOutcome.STARTED : answer;
            }),
            lie("startsWhatIsNotThere", instead("ensureRunning", Kind.NOT_FOUND, StartOutcome.STARTED)),
            lie(
                    "pullsThePlug",
                    (truth, operation, arguments, call) -> operation.equals("ensureStopped")
                            ? truth.ensureStopped((VmId) arguments[0], (Revision) arguments[1], new StopMode.Forced())
                            : call.honestly()),
            lie("takesPausedForRunning", observing(vm -> vm.power() == Power.PAUSED ? as(vm, Power.RUNNING) : vm)),
            lie("rebootsAgain", LyingRuntimeTest::rebootAgain),
            lie(
                    "leavesOffWhatIsOff",
                    (truth, operation, arguments, call) -> operation.equals("reboot")
                                    && truth.observe((VmId) arguments[0])
                                            .filter(vm -> vm.power() == Power.OFF)
                                            .isPresent()
                            ? RebootOutcome.REBOOTED
                            : call.honestly()),
            lie(
                    "removesNothing",
                    (_, operation, _, call) ->
                            operation.equals("ensureAbsent") ? RemoveOutcome.REMOVED : call.honestly()),
            lie("makesNothingAgain", makesNothingAgain()),
            lie("shrinksDisks", (_, operation, arguments, call) -> {
                try {
                    return call.honestly();
                } catch (RuntimeFailure failure) {
                    if (operation.equals("ensureDisk") && failure.kind() == Kind.INVALID) {
                        return disk((DiskRequest) arguments[0]);
                    }
                    throw failure;
                }
            }),
            lie("changesImages", (_, operation, arguments, call) -> {
                try {
                    return call.honestly();
                } catch (RuntimeFailure failure) {
                    if (operation.equals("ensureDisk") && failure.kind() == Kind.CONFLICT) {
                        return disk((DiskRequest) arguments[0]);
                    }
                    throw failure;
                }
            }),
            lie("doesNotGrow", doesNotGrow()),
            lie("writesSeedsAgain", (_, operation, _, call) -> {
                var answer = call.honestly();
                return answer instanceof Seed seed && operation.equals("ensureSeed")
                        ? new Seed(seed.path(), true)
                        : answer;
            }),
            lie("plugsNothing", (truth, operation, arguments, call) -> {
                if (operation.equals("ensureNics") && isActive(truth, (VmDefinition) arguments[0])) {
                    truth.ensureDefined((VmDefinition) arguments[0]);
                    return NicOutcome.APPLIED;
                }
                return call.honestly();
            }),
            lie(
                    "forgetsInterfaces",
                    (_, operation, _, call) ->
                            operation.equals("ensureNics") ? NicOutcome.AT_NEXT_START : call.honestly()),
            lie(
                    "dropsInterfaces",
                    (truth, operation, arguments, call) -> operation.equals("ensureDefined")
                            ? truth.ensureDefined(((VmDefinition) arguments[0]).withNics(List.of()))
                            : call.honestly()),
            lie("hidesWhatWaits", observing(LyingRuntimeTest::upToDate)),
            lie(
                    "losesTheConsole",
                    (truth, operation, arguments, call) -> operation.equals("consoleLog")
                                    && truth.observe((VmId) arguments[0])
                                            .filter(vm -> vm.power() == Power.OFF)
                                            .isPresent()
                            ? new ConsoleChunk(0, new byte[0], 0)
                            : call.honestly()),
            lie(
                    "forgetsWhatIsOff",
                    listing(inventory -> new Inventory(
                            inventory.vms().stream()
                                    .filter(vm -> vm.power().isActive())
                                    .toList(),
                            inventory.foreign(),
                            inventory.leftovers()))),
            lie("hidesFiles", listing(inventory -> new Inventory(inventory.vms(), inventory.foreign(), List.of()))),
            lie(
                    "hidesForeignMachines",
                    listing(inventory -> new Inventory(inventory.vms(), List.of(), inventory.leftovers()))),
            lie("isSilent", (_, operation, _, call) -> operation.equals("watch") ? (Watch) () -> {} : call.honestly()),
            lie("takesCrashedForOff", observing(vm -> vm.power() == Power.CRASHED ? as(vm, Power.OFF) : vm)),
            lie("takesUnreachableForAbsent", instead("observe", Kind.UNREACHABLE, Optional.empty())));

    @TestFactory
    Stream<DynamicTest> aLieIsFoundOut() {
        return FOUND_OUT_BY.entrySet().stream()
                .map(lie -> DynamicTest.dynamicTest(lie.getKey(), () -> {
                    try (var truth = SimulatedRuntime.inMemory("sim1", HostSize.large())) {
                        var evaluation = evaluation(
                                Objects.requireNonNull(LIES.get(lie.getKey())).over(truth),
                                new SimulatedIncidents(truth));
                        for (var id : lie.getValue()) {
                            assertThat(evaluation.run(check(id)).verdict())
                                    .as(id)
                                    .isInstanceOf(Verdict.Broken.class);
                        }
                    }
                }));
    }

    /// A check that nothing can fail would be worth nothing.
    @Test
    void everyCheckFindsSomethingOut() {
        var finding =
                FOUND_OUT_BY.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));

        assertThat(finding).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(LIES.keySet()).isEqualTo(FOUND_OUT_BY.keySet());
    }

    @Test
    void checksAreNamedOnce() {
        assertThat(ids()).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void whatARuntimeDoesNotDeclareIsNotHeldAgainstIt() {
        try (var truth = SimulatedRuntime.inMemory("sim1", HostSize.large())) {
            Lie modest = (_, operation, _, call) ->
                    operation.equals("capabilities") ? EnumSet.noneOf(Capability.class) : call.honestly();
            var results = evaluation(modest.over(truth), new SimulatedIncidents(truth))
                    .run(Kit.checks(), _ -> true, _ -> {});

            assertThat(results)
                    .allSatisfy(result -> assertThat(result.verdict())
                            .as(result.check().id())
                            .isInstanceOf(
                                    result.check().capabilities().isEmpty()
                                            ? Verdict.Kept.class
                                            : Verdict.Lacking.class));
        }
    }

    @Test
    void whatCannotBeLetHappenIsNotMeasured() {
        try (var truth = SimulatedRuntime.inMemory("sim1", HostSize.large())) {
            var results = evaluation(truth, Incidents.none()).run(Kit.checks(), _ -> true, _ -> {});

            assertThat(results)
                    .allSatisfy(result -> assertThat(result.verdict())
                            .as(result.check().id())
                            .isInstanceOf(
                                    result.check().incidents().isEmpty()
                                            ? Verdict.Kept.class
                                            : Verdict.NotMeasured.class));
        }
    }

    /// What the evaluation can't do is not held against the runtime.
    @Test
    void anIncidentThatFailsIsNoBrokenPromise() {
        try (var truth = SimulatedRuntime.inMemory("sim1", HostSize.large())) {
            var clumsy = (Incidents) Proxy.newProxyInstance(
                    Incidents.class.getClassLoader(), new Class<?>[] {Incidents.class}, (_, method, _) -> {
                        if (method.getName().equals("possible")) {
                            return EnumSet.allOf(Incident.class);
                        }
                        throw new Obstacle("nobody can log in there");
                    });

            assertThat(evaluation(truth, clumsy).run(check("crash-seen")).verdict())
                    .isEqualTo(new Verdict.NotMeasured("nobody can log in there"));
            assertThat(truth.observeAll().vms()).isEmpty();
        }
    }

    @Test
    void aRuntimeThatFailsAsNoneMayIsFoundOutAndTheOthersAreCheckedAllTheSame() {
        try (var truth = SimulatedRuntime.inMemory("sim1", HostSize.large())) {
            Lie broken = (_, operation, _, call) -> {
                if (operation.equals("reboot")) {
                    throw new NullPointerException("on purpose");
                }
                return call.honestly();
            };
            var results = evaluation(broken.over(truth), new SimulatedIncidents(truth))
                    .run(List.of(check("reboot-once"), check("removed-running")), _ -> true, _ -> {});

            assertThat(results)
                    .extracting(Result::verdict)
                    .containsExactly(
                            new Verdict.Broken(
                                    "it failed as no runtime may: java.lang.NullPointerException: on purpose"),
                            new Verdict.Kept());
        }
    }

    @Test
    void machinesThatCannotBeRemovedStayInTheLedgerAndAreToldOf() {
        try (var truth = SimulatedRuntime.inMemory("sim1", HostSize.large())) {
            var ledger = new MemoryLedger();
            Lie clinging = (_, operation, _, call) -> {
                if (operation.equals("ensureAbsent")) {
                    throw new RuntimeFailure(Kind.INTERNAL, "it clings to them");
                }
                return call.honestly();
            };
            var result = new Evaluation(
                            clinging.over(truth),
                            SimulatedIncidents.guest(),
                            new SimulatedIncidents(truth),
                            PATIENCE,
                            ledger)
                    .run(check("defined-twice"));

            assertThat(result.verdict())
                    .isEqualTo(new Verdict.Broken("its machines can't be removed: it clings to them"));
            assertThat(ledger.machines())
                    .containsExactlyElementsOf(truth.observeAll().vms().stream()
                            .map(ObservedVm::id)
                            .toList());
        }
    }

    @Test
    void anInterruptEndsItWithNothingLeftOnTheHost() {
        try (var truth = SimulatedRuntime.inMemory("sim1", HostSize.large())) {
            var begun = new ArrayList<Result>();
            var results = evaluation(truth, new SimulatedIncidents(truth)).run(Kit.checks(), _ -> true, result -> {
                begun.add(result);
                if (begun.size() == 3) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThat(Thread.interrupted()).isTrue();

            assertThat(results).hasSameSizeAs(Kit.checks());
            assertThat(results.subList(0, 3)).allMatch(result -> result.verdict() instanceof Verdict.Kept);
            assertThat(results.subList(3, results.size()))
                    .allMatch(result -> result.verdict().equals(new Verdict.NotMeasured("broken off")));
            assertThat(truth.observeAll().vms()).isEmpty();
        }
    }

    private static Evaluation evaluation(VmRuntime runtime, Incidents incidents) {
        return new Evaluation(runtime, SimulatedIncidents.guest(), incidents, PATIENCE, new MemoryLedger());
    }

    private static Check check(String id) {
        return Kit.checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no check " + id));
    }

    private static List<String> ids() {
        return Kit.checks().stream().map(Check::id).toList();
    }

    private static Map.Entry<String, Lie> lie(String name, Lie lie) {
        return entry(name, lie);
    }

    private static Lie observing(UnaryOperator<ObservedVm> lie) {
        return (_, operation, _, call) -> {
            var answer = call.honestly();
            return operation.equals("observe") && answer instanceof Optional<?> seen
                    ? seen.map(vm -> lie.apply((ObservedVm) vm))
                    : answer;
        };
    }

    private static Lie listing(UnaryOperator<Inventory> lie) {
        return (_, operation, _, call) ->
                operation.equals("observeAll") ? lie.apply((Inventory) call.honestly()) : call.honestly();
    }

    private static Lie instead(String lying, Kind of, Object answer) {
        return (_, operation, _, call) -> {
            try {
                return call.honestly();
            } catch (RuntimeFailure failure) {
                if (operation.equals(lying) && failure.kind() == of) {
                    return answer;
                }
                throw failure;
            }
        };
    }

    private static Object letLateWritersIn(String operation, Lie.Call call) throws Throwable {
        try {
            return call.honestly();
        } catch (StaleWriter late) {
            return switch (operation) {
                case "ensureDefined" -> DefineOutcome.UPDATED;
                case "ensureRunning" -> StartOutcome.STARTED;
                case "ensureStopped" -> StopOutcome.ALREADY_OFF;
                default -> throw late;
            };
        }
    }

    private static Object rebootAgain(VmRuntime truth, String operation, Object[] arguments, Lie.Call call)
            throws Throwable {
        if (!operation.equals("reboot")) {
            return call.honestly();
        }
        var asked = (RebootRequest) arguments[2];
        var again = new RebootRequest(asked.token() + System.nanoTime(), asked.mode(), asked.limit());
        return truth.reboot((VmId) arguments[0], (Revision) arguments[1], again);
    }

    private static Lie makesNothingAgain() {
        var removed = new HashSet<VmId>();
        return (_, operation, arguments, call) -> {
            if (operation.equals("ensureAbsent")) {
                removed.add((VmId) arguments[0]);
            }
            if (operation.equals("ensureDefined") && removed.contains(((VmDefinition) arguments[0]).id())) {
                throw new RuntimeFailure(Kind.CONFLICT, "it was here before");
            }
            return call.honestly();
        };
    }

    private static Lie doesNotGrow() {
        var made = new HashSet<VmId>();
        return (_, operation, arguments, call) -> {
            if (operation.equals("ensureDisk") && !made.add(((DiskRequest) arguments[0]).vm())) {
                return disk(new DiskRequest(
                        ((DiskRequest) arguments[0]).vm(),
                        ((DiskRequest) arguments[0]).revision(),
                        ((DiskRequest) arguments[0]).base(),
                        DiskRequest.Format.QCOW2,
                        512));
            }
            return call.honestly();
        };
    }

    private static Disk disk(DiskRequest request) {
        return new Disk(request.base().resolveSibling("disk.qcow2"), request.sizeBytes(), false);
    }

    private static boolean isActive(VmRuntime truth, VmDefinition definition) {
        return truth.observe(definition.id()).flatMap(ObservedVm::instance).isPresent();
    }

    private static HostFacts withoutSize(HostFacts facts) {
        return new HostFacts(
                facts.hostname(), 0, 0, facts.virtualization(), facts.hypervisor(), facts.machineType(), facts.note());
    }

    private static VmUsage frozen(VmUsage usage) {
        return new VmUsage(usage.vm(), 1, usage.memoryBytes(), usage.residentBytes(), usage.disks(), usage.nics());
    }

    private static Owner nobody() {
        var scope = new Owner.Scope("nobody", "");
        return new Owner(scope, scope, scope);
    }

    private static ObservedVm as(ObservedVm vm, Power power) {
        return new ObservedVm(
                vm.id(), vm.name(), vm.owner(), vm.revision(), vm.specHash(), power, vm.configuration(), vm.instance());
    }

    private static ObservedVm upToDate(ObservedVm vm) {
        return new ObservedVm(
                vm.id(),
                vm.name(),
                vm.owner(),
                vm.revision(),
                vm.specHash(),
                vm.power(),
                vm.configuration(),
                vm.instance()
                        .map(run ->
                                new ObservedVm.Instance(run.runtimeId(), vm.specHash(), run.guestAgentConnected())));
    }
}
