package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Datacenter;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.api.Preflight.Requirement;
import no.dataverket.contract.api.VmCreate;
import no.dataverket.contract.command.MaskinMessages.PlacementWish;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tenancy.Budgets.Charge;
import no.dataverket.sentral.tenancy.Budgets.Limiter;
import no.dataverket.sentral.tenancy.Scope;
import org.jspecify.annotations.Nullable;

/// Decides whether a machine can be accepted, before anything is written. All that is missing is told at
/// once.
final class VmAdmission {

    private static final PlacementWish NO_WISH = new PlacementWish(null, null, null, null);

    private final Context context;
    private final Admissions admissions;

    VmAdmission(Context context) {
        this.context = context;
        this.admissions = new Admissions(context);
    }

    /// A network that a machine will be on, and the address that it asks for there.
    record Attachment(Id id, @Nullable String address, Charge charge) {}

    /// A machine that can be accepted.
    ///
    /// @param displayName tenant/project/environment/name
    record Admitted(
            Id tenant,
            Id project,
            Id environment,
            String datacenter,
            String displayName,
            VmSpec spec,
            List<Attachment> networks,
            List<Charge> charges) {}

    /// @throws Failure for the first thing that is missing, with a violation for each: `ACTION_FORBIDDEN`,
    ///     `INVALID_REFERENCE`, `VALIDATION_FAILED`, `RESOURCE_NOT_READY`, `NO_CAPACITY` where no host is
    ///     large enough at all …
    Admitted admit(Transaction transaction, Actor actor, VmCreate body) {
        var checklist = new Checklist();
        var admitted = examine(transaction, actor, body, checklist);
        checklist.requireNone();
        return admitted.orElseThrow();
    }

    /// Looks for all that a machine needs; gives what can be accepted as far as budgets allow it.
    ///
    /// @throws Failure `INVALID_REFERENCE` for a project that is not the actor's to know
    Optional<Admitted> examine(Transaction transaction, Actor actor, VmCreate body, Checklist checklist) {
        var place = admissions.environment(
                transaction, actor, "vm", body.tenant(), body.project(), body.environment(), checklist);
        var datacenter = admissions.datacenter(transaction, body.datacenter(), checklist);
        var site = datacenter.map(Datacenter::name).orElse(body.datacenter());
        var image = checklist.found(
                Requirement.REFERENCE,
                "image " + body.image(),
                () -> ImageOffering.find(context, transaction, site, body.image())
                        .orElseThrow(() -> VmRules.absent(
                                "/image",
                                "There is no image " + body.image() + " in " + site + ".",
                                "See what there is: dvce image list --datacenter " + site)));
        var shape = place.flatMap(lineage -> shape(transaction, lineage.scope(), body.shape(), checklist));
        var keys = body.sshAuthorizedKeys();
        if (keys != null && !keys.isEmpty()) {
            checklist.check(Requirement.REQUEST, "the keys are public ones", () -> Secrets.requirePublicKeys(keys));
        }
        var networks = place.map(lineage -> networks(transaction, lineage.scope(), site, body, checklist))
                .orElse(List.of());
        var attachments = attachments(networks, checklist);
        boolean sized = body.shape() == null || shape.isPresent();
        var spec = image.filter(found -> sized)
                .flatMap(found -> checklist.found(
                        Requirement.READINESS,
                        "image " + found.name() + " is ready",
                        () -> spec(body, found, shape.orElse(null))));
        if (datacenter.isPresent()) {
            spec.ifPresent(wanted -> checklist.check(
                    Requirement.PLACEMENT,
                    "a machine of that size fits in " + site,
                    () -> VmRules.requireLargeEnoughHost(context, transaction, site, wanted.size())));
        }
        return place.flatMap(lineage -> datacenter.flatMap(where -> spec.map(wanted -> new Admitted(
                lineage.tenant().id(),
                Objects.requireNonNull(lineage.scope().project()),
                lineage.scope().id(),
                where.name(),
                lineage.address() + "/" + body.name(),
                wanted,
                attachments,
                VmCharges.creation(lineage, where, wanted, attachments)))));
    }

    /// The names of a machine and all that it hangs under.
    String displayName(Transaction transaction, Resource vm) {
        var environment = Objects.requireNonNull(vm.environment());
        return context.scopes().lineage(transaction, environment).orElseThrow().address() + "/" + vm.name();
    }

    /// A network to which an existing machine shall be attached.
    Attachment network(Transaction transaction, Resource vm, String named, @Nullable String address) {
        var network = networkOf(transaction, vm, named);
        return attachment(new Wanted(network, address, "/network"));
    }

    /// A network of the machine's datacenter that it may be on.
    private Resource networkOf(Transaction transaction, Resource vm, String named) {
        var environment = Objects.requireNonNull(vm.environment());
        var place = context.scopes().find(transaction, environment).orElseThrow();
        return network(transaction, place, vm.datacenter(), named)
                .orElseThrow(() -> Failure.of(ProblemCode.INVALID_REFERENCE, "There is no network " + named + " here.")
                        .hint("See what there is: dvnet network list"));
    }

    /// A network that the machine is on, whoever may use it by now.
    Resource attachedTo(Transaction transaction, Resource vm, String named) {
        return Interfaces.of(transaction, vm.id()).stream()
                .map(face -> context.resources().hold(transaction, face.network()))
                .flatMap(Optional::stream)
                .filter(network ->
                        network.name().equals(named) || network.id().toString().equals(named))
                .findFirst()
                .orElseThrow(() -> Failure.of(
                                ProblemCode.INVALID_REFERENCE, vm.name() + " has no interface on " + named + ".")
                        .hint("See what it has: dvce vm get " + vm.name() + " -o yaml"));
    }

    /// The shape that a request names, held until the transaction ends.
    private static Optional<Shapes.Stored> shape(
            Transaction transaction, Scope environment, @Nullable String named, Checklist checklist) {
        if (named == null) {
            return Optional.empty();
        }
        return checklist.found(
                Requirement.REFERENCE,
                "shape " + named,
                () -> Shapes.usable(
                        transaction, named, environment.tenant(), Objects.requireNonNull(environment.project())));
    }

    private record Wanted(Resource network, @Nullable String address, String pointer) {}

    private List<Wanted> networks(
            Transaction transaction, Scope environment, String datacenter, VmCreate body, Checklist checklist) {
        var found = new ArrayList<Wanted>();
        for (int i = 0; i < body.networks().size(); i++) {
            var wanted = body.networks().get(i);
            var pointer = "/networks/" + i + "/network";
            checklist
                    .found(
                            Requirement.REFERENCE,
                            "network " + wanted.network(),
                            () -> network(transaction, environment, datacenter, wanted.network())
                                    .orElseThrow(() -> VmRules.absent(
                                            pointer,
                                            "There is no network " + wanted.network() + " in " + environment.name()
                                                    + " at " + datacenter + ".",
                                            "See what there is: dvnet network list; or create it: dvnet network create "
                                                    + wanted.network() + " --project " + body.project() + " --env "
                                                    + environment.name() + " --datacenter " + datacenter)))
                    .ifPresent(network -> found.add(new Wanted(network, wanted.address(), pointer)));
        }
        checklist.check(Requirement.REQUEST, "each network is named once", () -> requireDistinct(found));
        return found;
    }

    private static List<Attachment> attachments(List<Wanted> networks, Checklist checklist) {
        var attachments = new ArrayList<Attachment>();
        for (var wanted : networks) {
            checklist
                    .found(
                            Requirement.READINESS,
                            "network " + wanted.network().name() + " is ready",
                            () -> attachment(wanted))
                    .ifPresent(attachments::add);
        }
        return attachments;
    }

    private Optional<Resource> network(Transaction transaction, Scope environment, String datacenter, String named) {
        var id = Id.tryParse(named);
        var network = id.isPresent()
                ? id.filter(parsed -> parsed.kind() == IdKind.NETWORK)
                        .flatMap(parsed -> context.resources().find(transaction, parsed))
                        .filter(found -> environment.id().equals(found.environment())
                                || shared(transaction, environment).contains(found.id()))
                        .flatMap(found -> context.resources().hold(transaction, found.id()))
                : context.resources()
                        .holdNamed(transaction, IdKind.NETWORK, environment.id(), named)
                        .or(() -> sharedNamed(transaction, environment, datacenter, named)
                                .flatMap(found -> context.resources().hold(transaction, found.id())));
        return network.filter(found -> found.datacenter().equals(datacenter));
    }

    private static List<Id> shared(Transaction transaction, Scope environment) {
        return SharedNetworks.of(transaction, environment.tenant(), Objects.requireNonNull(environment.project()));
    }

    private Optional<Resource> sharedNamed(
            Transaction transaction, Scope environment, String datacenter, String named) {
        var found = shared(transaction, environment).stream()
                .map(network -> context.resources().find(transaction, network))
                .flatMap(Optional::stream)
                .filter(network ->
                        network.name().equals(named) && network.datacenter().equals(datacenter))
                .toList();
        if (found.size() > 1) {
            throw Failure.of(ProblemCode.AMBIGUOUS_SCOPE, "More than one network " + named + " is shared with you.")
                    .hint("Use its identifier: dvnet shared-network list");
        }
        return found.stream().findFirst();
    }

    private static void requireDistinct(List<Wanted> networks) {
        var seen = new HashSet<Id>();
        for (var wanted : networks) {
            if (!seen.add(wanted.network().id())) {
                throw Failure.of(
                                ProblemCode.VALIDATION_FAILED,
                                "The network " + wanted.network().name() + " is named twice.")
                        .violations(List.of(new Violation(wanted.pointer(), "DUPLICATE", "is named twice")));
            }
        }
    }

    private static Attachment attachment(Wanted wanted) {
        var network = wanted.network();
        if (network.phase() != Phase.READY) {
            throw Failure.of(
                            ProblemCode.RESOURCE_NOT_READY,
                            "The network " + network.name() + " is " + network.phase() + ".")
                    .hint("See why: dvnet network get " + network.name() + " -o yaml");
        }
        var address = wanted.address();
        if (address != null) {
            var prefix = Prefix.parse(Objects.requireNonNull(
                    network.status(NetworkOffering.Known.class).prefix()));
            if (Prefix.address(address).filter(prefix::offers).isEmpty()) {
                throw Failure.of(
                        ProblemCode.ADDRESS_NOT_IN_PREFIX,
                        address + " is not an address that a machine can have in " + prefix + ".");
            }
        }
        var limiter =
                new Limiter(network.id(), "network " + network.name(), null, ProblemCode.NETWORK_ADDRESSES_EXHAUSTED);
        return new Attachment(network.id(), address, new Charge(limiter, Dimensions.ADDRESSES, 1));
    }

    private static VmSpec spec(VmCreate body, Resource image, Shapes.@Nullable Stored shape) {
        VmRules.requireReady(image);
        var known = image.status(ImageOffering.Known.class);
        int smallest = VmRules.smallestDisk(known);
        int memory = shape == null
                ? Objects.requireNonNullElse(body.memoryMib(), known.minMemoryMib())
                : shape.size().memoryMib();
        int disk = shape == null
                ? Objects.requireNonNullElse(body.diskGib(), smallest)
                : shape.size().diskGib();
        var violations = new ArrayList<Violation>();
        if (shape != null) {
            VmRules.saidByShape("/vcpus", body.vcpus(), violations);
            VmRules.saidByShape("/memory_mib", body.memoryMib(), violations);
            VmRules.saidByShape("/disk_gib", body.diskGib(), violations);
        }
        if (memory < known.minMemoryMib()) {
            violations.add(new Violation(
                    shape == null ? "/memory_mib" : "/shape",
                    "MINIMUM",
                    "must have at least " + known.minMemoryMib() + " MiB of memory for this image"));
        }
        if (disk < smallest) {
            violations.add(new Violation(
                    shape == null ? "/disk_gib" : "/shape",
                    "MINIMUM",
                    "must have a disk of at least " + smallest + " GiB for this image"));
        }
        if (body.spread() != null && body.placementGroup() == null) {
            violations.add(new Violation(
                    "/placement_group", "REQUIRED", "is required where spread says how the group is kept apart"));
        }
        VmRules.refuse(violations);
        return new VmSpec(
                Objects.requireNonNullElse(body.labels(), Map.of()),
                Objects.requireNonNullElse(body.deletionProtection(), false),
                image.id(),
                shape == null
                        ? Objects.requireNonNullElse(body.vcpus(), 1)
                        : shape.size().vcpus(),
                memory,
                disk,
                Objects.requireNonNullElse(body.sshAuthorizedKeys(), List.of()),
                true,
                placement(body, shape == null ? null : shape.hypervisorClass()),
                shape == null ? null : shape.name());
    }

    /// What is wanted of the machine's place; nothing where it needs only room.
    private static @Nullable PlacementWish placement(VmCreate body, @Nullable String hostClass) {
        var wish = new PlacementWish(
                body.placementGroup(), body.spread(), body.restartable(), body.residency(), hostClass, null);
        return wish.equals(NO_WISH) ? null : wish;
    }
}
