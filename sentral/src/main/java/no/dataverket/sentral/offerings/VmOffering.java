package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.BlastRadius.DataRisk;
import no.dataverket.contract.api.ConsoleLog;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.api.Vm.NetworkInterface;
import no.dataverket.contract.api.VmAttach;
import no.dataverket.contract.api.VmCreate;
import no.dataverket.contract.api.VmDetach;
import no.dataverket.contract.api.VmPatch;
import no.dataverket.contract.api.VmRebuild;
import no.dataverket.contract.api.VmResize;
import no.dataverket.contract.api.VmStop;
import no.dataverket.contract.command.MaskinMessages.PlacementWish;
import no.dataverket.contract.command.MaskinMessages.ReadConsole;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.Bodies;
import no.dataverket.core.json.Json;
import no.dataverket.core.json.JsonText;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Preconditions;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tasks.Saga;

/// Virtual machines.
public final class VmOffering implements Offering {

    private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(5);
    private static final int CONSOLE_PIECE = 65_536;
    private static final int LARGEST_CONSOLE_PIECE = 262_144;

    private final Context context;
    private final Facade facade;
    private final VmAdmission admission;
    private final VmAlteration alteration;
    private final VmCharges charges;
    private final VmView view;
    private final VmSagas sagas;

    public VmOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
        this.admission = new VmAdmission(context);
        this.alteration = new VmAlteration(context);
        this.charges = new VmCharges(context);
        this.view = new VmView();
        this.sagas = new VmSagas(context, facade);
    }

    @Override
    public List<Saga> sagas() {
        return sagas.all();
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        var endpoints = new HashMap<String, Endpoint>();
        endpoints.put("listVms", call -> {
            boolean operator = new Actor(call.actor()).operator();
            return facade.list(
                    call, IdKind.VM, (transaction, vms, blockers) -> view.page(transaction, vms, blockers, operator));
        });
        endpoints.put("getVm", this::get);
        endpoints.put("getVmConsole", this::console);
        endpoints.put("createVm", call -> context.mutations().run(call, this::create));
        endpoints.put("preflightVm", this::preflight);
        endpoints.put("updateVm", call -> context.mutations().run(call, this::update));
        endpoints.put("deleteVm", call -> context.mutations().run(call, this::delete));
        endpoints.put("startVm", call -> context.mutations().run(call, this::start));
        endpoints.put("stopVm", call -> context.mutations().run(call, this::stop));
        endpoints.put("rebootVm", call -> context.mutations().run(call, this::reboot));
        endpoints.put("resizeVm", call -> context.mutations().run(call, this::resize));
        endpoints.put("rebuildVm", call -> context.mutations().run(call, this::rebuild));
        endpoints.put("attachVmNetwork", call -> context.mutations().run(call, this::attach));
        endpoints.put("detachVmNetwork", call -> context.mutations().run(call, this::detach));
        return endpoints;
    }

    private Answer get(Call call) {
        return context.database().call(transaction -> {
            var vm = facade.find(transaction, call, IdKind.VM, "vm", Access.VIEWER);
            var shown = view.one(transaction, vm, facade.blockers(transaction, vm), new Actor(call.actor()).operator());
            return Answer.of(200, shown).etag(vm.generation());
        });
    }

    private Answer create(Change change) {
        var body = change.call().body(VmCreate.class);
        var transaction = change.transaction();
        var admitted = admission.admit(transaction, change.actor(), body);
        var vm = new Resource(
                Id.next(IdKind.VM),
                admitted.tenant(),
                admitted.project(),
                admitted.environment(),
                admitted.datacenter(),
                body.name(),
                1,
                Phase.PROVISIONING,
                JsonText.of(admitted.spec()),
                JsonText.of(VmKnown.NOTHING),
                null,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        var faces = new ArrayList<NetworkInterface>();
        for (var network : admitted.networks()) {
            faces.add(Interfaces.wanted(vm.id(), faces.size(), network.id(), network.address()));
        }
        change.chargesLast(() -> context.budgets().charge(transaction, Facade.consumer(vm), admitted.charges()));
        change.creates("vm " + vm.name());
        var input = new VmSagas.Creating(
                vm.datacenter(),
                admitted.displayName(),
                admitted.spec().image(),
                admitted.spec().vcpus(),
                admitted.spec().memoryMib(),
                admitted.spec().diskGib(),
                admitted.spec().sshAuthorizedKeys(),
                body.userData(),
                faces.stream().map(VmOffering::wanted).toList(),
                PlacementWish.under(admitted.spec().placement(), PlacementPolicies.of(transaction, vm.datacenter())));
        var task = change.begin("vm.create", vm, 1, input);
        var busy = vm.during(task);
        context.resources().insert(transaction, busy);
        faces.forEach(face -> Interfaces.insert(transaction, vm.id(), face));
        return answer(change, busy, faces, task);
    }

    private static VmSagas.WantedInterface wanted(NetworkInterface face) {
        return new VmSagas.WantedInterface(face.index(), face.network(), face.mac(), face.requestedAddress());
    }

    private Answer preflight(Call call) {
        return new Preflights(context).answer(call, "vm", "vm.create", this::create, (change, findings) -> {
            var body = change.call().body(VmCreate.class);
            return admission
                    .examine(change.transaction(), change.actor(), body, findings)
                    .map(found -> new Preflights.Subject(
                            IdKind.VM, found.environment(), body.name(), found.datacenter(), found.charges()));
        });
    }

    private Answer update(Change change) {
        var transaction = change.transaction();
        var vm = locked(change);
        var spec = vm.spec(VmSpec.class);
        var before = new VmPatch(spec.labels(), spec.deletionProtection());
        var after = Bodies.read(Json.mergePatch(Json.tree(before), change.call().tree()), VmPatch.class);
        context.resources().respecify(transaction, vm.id(), spec.patched(after));
        change.changes("vm " + vm.name()).becomes(spec.patched(after)).audit("vm.update", vm);
        var stored = context.resources().find(transaction, vm.id()).orElseThrow();
        var shown = view.one(transaction, stored, List.of(), change.actor().operator());
        return Answer.of(200, shown).etag(stored.generation());
    }

    private Answer delete(Change change) {
        var vm = idle(change);
        Facade.requireUnprotected(vm.name(), vm.spec(VmSpec.class).deletionProtection(), "dvce vm update");
        facade.consentToDeletion(
                change,
                vm,
                "vm.delete",
                DataRisk.LOSS,
                () -> view.one(
                        change.transaction(), vm, List.of(), change.actor().operator()));
        change.deletes("vm " + vm.name()).deletes("root disk of " + vm.name());
        var task = change.begin("vm.delete", vm, vm.generation(), new VmSagas.Nothing());
        return answer(change, vm, task, Phase.DELETING);
    }

    private Answer start(Change change) {
        var vm = provisioned(change);
        var faces = Interfaces.of(change.transaction(), vm.id()).stream()
                .map(VmOffering::wanted)
                .toList();
        var hypervisor = Objects.requireNonNull(vm.status(VmKnown.class).hypervisor());
        return power(change, vm, true, "vm.start", new VmSagas.Starting(hypervisor, faces));
    }

    private Answer stop(Change change) {
        var body = change.call().body(VmStop.class);
        var how = new VmSagas.Stopping(Objects.requireNonNullElse(body.force(), false));
        return power(change, provisioned(change), false, "vm.stop", how);
    }

    private Answer reboot(Change change) {
        var vm = provisioned(change);
        if (!vm.spec(VmSpec.class).running()) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_READY, vm.name() + " is stopped.")
                    .hint("Start it: dvce vm start " + vm.name());
        }
        change.changes("vm " + vm.name() + ": reboot");
        return answer(
                change, vm, change.begin("vm.reboot", vm, vm.generation(), new VmSagas.Nothing()), Phase.UPDATING);
    }

    private Answer power(Change change, Resource vm, boolean running, String kind, Record input) {
        var spec = vm.spec(VmSpec.class).running(running);
        context.resources().respecify(change.transaction(), vm.id(), spec);
        if (running) {
            change.chargesLast(() -> context.budgets()
                    .charge(
                            change.transaction(),
                            Facade.consumer(vm),
                            charges.running(change.transaction(), vm, spec)));
        }
        change.changes("vm " + vm.name() + ": " + (running ? "running" : "stopped"))
                .becomes(spec);
        var task = change.begin(kind, vm, vm.generation() + 1, input);
        return answer(change, vm, task, Phase.UPDATING);
    }

    private Answer resize(Change change) {
        var body = change.call().body(VmResize.class);
        var transaction = change.transaction();
        var vm = provisioned(change);
        var before = vm.spec(VmSpec.class);
        var wanted = alteration.resized(transaction, vm, body);
        var input = new VmSagas.Resizing(before.size(), wanted.size(), before.running(), before.shape());
        var after = before.resized(wanted.size(), wanted.shape());
        context.resources().respecify(transaction, vm.id(), after);
        // Until it has the new size it may need room for either.
        change.chargesLast(() ->
                context.budgets().recharge(transaction, vm.id(), charges.size(transaction, vm, input.meanwhile())));
        change.changes("vm " + vm.name() + ": " + after.vcpus() + " vCPUs, " + after.memoryMib() + " MiB, "
                        + after.diskGib() + " GiB" + (before.running() ? "; it is stopped and started" : ""))
                .becomes(after);
        return answer(change, vm, change.begin("vm.resize", vm, vm.generation() + 1, input), Phase.UPDATING);
    }

    private Answer rebuild(Change change) {
        var body = change.call().body(VmRebuild.class);
        var transaction = change.transaction();
        var vm = provisioned(change);
        var before = vm.spec(VmSpec.class);
        Facade.requireUnprotected(vm.name(), before.deletionProtection(), "dvce vm update");
        var keys = Objects.requireNonNullElse(body.sshAuthorizedKeys(), before.sshAuthorizedKeys());
        Secrets.requirePublicKeys(keys);
        var image = alteration.rebuiltFrom(transaction, vm, body.image());
        facade.consentToDeletion(
                change,
                vm,
                "vm.rebuild",
                DataRisk.LOSS,
                () -> view.one(transaction, vm, List.of(), change.actor().operator()));
        var faces = Interfaces.of(transaction, vm.id()).stream()
                .map(VmOffering::wanted)
                .toList();
        var input = new VmSagas.Rebuilding(
                Objects.requireNonNull(vm.status(VmKnown.class).hypervisor()),
                admission.displayName(transaction, vm),
                image,
                before.size(),
                keys,
                faces,
                before.image(),
                before.sshAuthorizedKeys(),
                before.running());
        var after = before.rebuilt(image, keys).running(true);
        context.resources().respecify(transaction, vm.id(), after);
        change.chargesLast(() ->
                context.budgets().charge(transaction, Facade.consumer(vm), charges.running(transaction, vm, after)));
        change.deletes("root disk of " + vm.name())
                .changes("vm " + vm.name() + ": made anew from " + image)
                .becomes(after);
        return answer(change, vm, change.begin("vm.rebuild", vm, vm.generation() + 1, input), Phase.UPDATING);
    }

    private Answer attach(Change change) {
        var body = change.call().body(VmAttach.class);
        var transaction = change.transaction();
        var vm = provisioned(change);
        var network = admission.network(transaction, vm, body.network(), body.address());
        var faces = Interfaces.of(transaction, vm.id());
        int index = faces.stream().mapToInt(face -> face.index() + 1).max().orElse(0);
        if (faces.size() >= 8) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "A machine has at most 8 interfaces.");
        }
        var face = Interfaces.wanted(vm.id(), index, network.id(), network.address());
        Interfaces.insert(transaction, vm.id(), face);
        change.chargesLast(() -> context.budgets().charge(transaction, Facade.consumer(vm), List.of(network.charge())));
        change.changes("vm " + vm.name() + ": interface " + index + " on " + body.network());
        var hypervisor = Objects.requireNonNull(vm.status(VmKnown.class).hypervisor());
        var input = new VmSagas.Plugging(hypervisor, wanted(face));
        context.resources().respecify(transaction, vm.id(), vm.spec(VmSpec.class));
        var task = change.begin("vm.attach-network", vm, vm.generation() + 1, input);
        return answer(change, vm, task, Phase.UPDATING);
    }

    private Answer detach(Change change) {
        var body = change.call().body(VmDetach.class);
        var transaction = change.transaction();
        var vm = provisioned(change);
        var network = admission.attachedTo(transaction, vm, body.network());
        var face = Interfaces.on(transaction, vm.id(), network.id()).orElseThrow();
        change.changes("vm " + vm.name() + ": without its interface on " + network.name());
        context.resources().respecify(transaction, vm.id(), vm.spec(VmSpec.class));
        var input = new VmSagas.Unplugging(face.index(), network.id());
        var task = change.begin("vm.detach-network", vm, vm.generation() + 1, input);
        return answer(change, vm, task, Phase.UPDATING);
    }

    private Answer console(Call call) {
        var vm = context.database().call(transaction -> facade.find(transaction, call, IdKind.VM, "vm", Access.VIEWER));
        long limit = call.number("limit").orElse((long) CONSOLE_PIECE);
        if (limit < 1 || limit > LARGEST_CONSOLE_PIECE) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "limit must be 1 to " + LARGEST_CONSOLE_PIECE + ".");
        }
        var query = new ReadConsole(vm.id(), call.number("offset").orElse(0L), (int) limit);
        var origin = Origin.ofService("sentral", context.telemetry().correlation())
                .withTraceparent(context.telemetry().traceparent());
        return Answer.of(200, context.bus().ask(query, ConsoleLog.class, origin, PATIENCE));
    }

    private Resource locked(Change change) {
        var vm = facade.lock(change.transaction(), change.call(), IdKind.VM, "vm", Access.EDITOR);
        Preconditions.ifMatch(change.call(), vm.generation());
        return vm;
    }

    private Resource idle(Change change) {
        var vm = locked(change);
        Facade.requireIdle(vm);
        return vm;
    }

    /// A machine that was once made, with no task on it.
    private Resource provisioned(Change change) {
        var vm = idle(change);
        if (vm.status(VmKnown.class).hypervisor() == null) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_READY, vm.name() + " was never made: it is " + vm.phase() + ".")
                    .hint("Delete it and create it again: dvce vm delete " + vm.name());
        }
        return vm;
    }

    private Answer answer(Change change, Resource vm, Id task, Phase phase) {
        Transaction transaction = change.transaction();
        context.resources().occupy(transaction, vm.id(), task, phase);
        var stored = context.resources().find(transaction, vm.id()).orElseThrow();
        return answer(change, stored, Interfaces.of(transaction, vm.id()), task);
    }

    /// Accepts what a task does to a machine, as the two stand, without reading back what was just written.
    private Answer answer(Change change, Resource vm, List<NetworkInterface> faces, Id task) {
        var started = context.tasks().begun(change.transaction(), task);
        var shown = view.one(vm, faces, started.blockedOn(), change.actor().operator());
        return facade.accepted(started, shown, vm.generation());
    }
}
