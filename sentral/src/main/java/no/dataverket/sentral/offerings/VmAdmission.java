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
import no.dataverket.contract.api.VmResize;
import no.dataverket.contract.command.MaskinMessages.PlacementWish;
import no.dataverket.core.db.Transaction;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tenancy.Budgets.Charge;
import no.dataverket.sentral.tenancy.Budgets.Limiter;
import no.dataverket.sentral.tenancy.Lineage;
import no.dataverket.sentral.tenancy.Scope;
import org.jspecify.annotations.Nullable;

/// Decides whether a machine can be accepted, before anything is written. All that is missing is told at
/// once.
final class VmAdmission {

    private static final long GIB = 1L << 30;
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
                        .orElseThrow(() -> absent(
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
                    () -> requireLargeEnoughHost(transaction, site, wanted.size())));
        }
        return place.flatMap(lineage -> datacenter.flatMap(where -> spec.map(wanted -> new Admitted(
                lineage.tenant().id(),
                Objects.requireNonNull(lineage.scope().project()),
                lineage.scope().id(),
                where.name(),
                lineage.address() + "/" + body.name(),
                wanted,
                attachments,
                charges(lineage, where, wanted, attachments)))));
    }

    /// What a machine uses beyond what it keeps while it is stopped.
    List<Charge> running(Transaction transaction, Resource vm, VmSpec spec) {
        var environment = Objects.requireNonNull(vm.environment());
        var lineage = context.scopes().lineage(transaction, environment).orElseThrow();
        return Dimensions.inScope(lineage, Dimensions.RUNNING_VCPUS, spec.vcpus());
    }

    /// A size that a machine can get.
    ///
    /// @param shape that says it; null for one of its own
    record Resized(Shapes.Size size, @Nullable String shape) {}

    /// What a machine of this size is charged.
    List<Charge> size(Transaction transaction, Resource vm, Shapes.Size size) {
        var lineage = context.scopes()
                .lineage(transaction, Objects.requireNonNull(vm.environment()))
                .orElseThrow();
        var datacenter =
                context.datacenters().find(transaction, vm.datacenter()).orElseThrow();
        return sized(lineage, datacenter, size);
    }

    /// @throws Failure `VALIDATION_FAILED` for no change, or none that the image or the machine's
    ///     hypervisor allows, `DISK_CANNOT_SHRINK`, `INVALID_REFERENCE`, `NO_CAPACITY` where no host is
    ///     large enough at all
    Resized resized(Transaction transaction, Resource vm, VmResize body) {
        var spec = vm.spec(VmSpec.class);
        var named = body.shape();
        var shape = named == null
                ? null
                : Shapes.usable(
                        transaction, named, Objects.requireNonNull(vm.tenant()), Objects.requireNonNull(vm.project()));
        var size = shape == null
                ? new Shapes.Size(
                        Objects.requireNonNullElse(body.vcpus(), spec.vcpus()),
                        Objects.requireNonNullElse(body.memoryMib(), spec.memoryMib()),
                        Objects.requireNonNullElse(body.diskGib(), spec.diskGib()))
                : shape.size();
        var violations = new ArrayList<Violation>();
        if (shape != null) {
            saidByShape("/vcpus", body.vcpus(), violations);
            saidByShape("/memory_mib", body.memoryMib(), violations);
            saidByShape("/disk_gib", body.diskGib(), violations);
            if (shape.hypervisorClass() != null && !shape.hypervisorClass().equals(hostClass(spec))) {
                violations.add(new Violation(
                        "/shape", "CLASS", "is for other hypervisors, and the machine stays on the one that it is on"));
            }
        }
        int least = context.resources()
                .find(transaction, spec.image())
                .map(image -> image.status(ImageOffering.Known.class).minMemoryMib())
                .orElse(0);
        if (size.memoryMib() < least) {
            violations.add(new Violation(
                    shape == null ? "/memory_mib" : "/shape",
                    "MINIMUM",
                    "must have at least " + least + " MiB of memory for this image"));
        }
        if (size.equals(spec.size())) {
            violations.add(new Violation("", "UNCHANGED", "the machine has this size"));
        }
        refuse(violations);
        if (size.diskGib() < spec.diskGib()) {
            var detail = "The disk has " + spec.diskGib() + " GiB, and " + size.diskGib() + " GiB would be less.";
            throw Failure.of(ProblemCode.DISK_CANNOT_SHRINK, detail)
                    .violations(List.of(
                            new Violation(shape == null ? "/disk_gib" : "/shape", "DISK_CANNOT_SHRINK", detail)));
        }
        requireLargeEnoughHost(transaction, vm.datacenter(), size);
        return new Resized(size, shape == null ? null : shape.name());
    }

    private static @Nullable String hostClass(VmSpec spec) {
        var wish = spec.placement();
        return wish == null ? null : wish.hostClass();
    }

    /// The image that a machine can be made from anew, held until the transaction ends.
    ///
    /// @throws Failure `INVALID_REFERENCE`, `RESOURCE_NOT_READY`, or `VALIDATION_FAILED` where the machine
    ///     is too small
    Id rebuiltFrom(Transaction transaction, Resource vm, @Nullable String named) {
        var spec = vm.spec(VmSpec.class);
        var wanted = Objects.requireNonNullElse(named, spec.image().toString());
        var image = ImageOffering.find(context, transaction, vm.datacenter(), wanted)
                .orElseThrow(() -> absent(
                        "/image",
                        "There is no image " + wanted + " in " + vm.datacenter() + ".",
                        "See what there is: dvce image list --datacenter " + vm.datacenter()));
        requireReady(image);
        var known = image.status(ImageOffering.Known.class);
        var violations = new ArrayList<Violation>();
        if (spec.memoryMib() < known.minMemoryMib()) {
            violations.add(
                    new Violation("/image", "MINIMUM", "needs at least " + known.minMemoryMib() + " MiB of memory"));
        }
        if (spec.diskGib() < smallestDisk(known)) {
            violations.add(
                    new Violation("/image", "MINIMUM", "needs a disk of at least " + smallestDisk(known) + " GiB"));
        }
        refuse(violations);
        return image.id();
    }

    /// The names of a machine and all that it hangs under.
    String displayName(Transaction transaction, Resource vm) {
        var environment = Objects.requireNonNull(vm.environment());
        return context.scopes().lineage(transaction, environment).orElseThrow().address() + "/" + vm.name();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            var first = violations.getFirst();
            throw Failure.of(
                            ProblemCode.VALIDATION_FAILED,
                            (first.pointer() + ": " + first.detail()).replaceFirst("^: ", ""))
                    .violations(violations);
        }
    }

    private static void requireReady(Resource image) {
        if (image.phase() != Phase.READY) {
            throw Failure.of(
                    ProblemCode.RESOURCE_NOT_READY, "The image " + image.name() + " is " + image.phase() + ".");
        }
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
                                    .orElseThrow(() -> absent(
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
        requireReady(image);
        var known = image.status(ImageOffering.Known.class);
        int smallest = smallestDisk(known);
        int memory = shape == null
                ? Objects.requireNonNullElse(body.memoryMib(), known.minMemoryMib())
                : shape.size().memoryMib();
        int disk = shape == null
                ? Objects.requireNonNullElse(body.diskGib(), smallest)
                : shape.size().diskGib();
        var violations = new ArrayList<Violation>();
        if (shape != null) {
            saidByShape("/vcpus", body.vcpus(), violations);
            saidByShape("/memory_mib", body.memoryMib(), violations);
            saidByShape("/disk_gib", body.diskGib(), violations);
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
        refuse(violations);
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

    private static void saidByShape(String pointer, @Nullable Integer value, List<Violation> violations) {
        if (value != null) {
            violations.add(new Violation(pointer, "CONFLICT", "is said by the shape"));
        }
    }

    /// The least that a disk can have, GiB.
    private static int smallestDisk(ImageOffering.Known image) {
        return (int) Math.max(1, (image.virtualSizeBytes() + GIB - 1) / GIB);
    }

    /// What is wanted of the machine's place; nothing where it needs only room.
    private static @Nullable PlacementWish placement(VmCreate body, @Nullable String hostClass) {
        var wish = new PlacementWish(
                body.placementGroup(), body.spread(), body.restartable(), body.residency(), hostClass, null);
        return wish.equals(NO_WISH) ? null : wish;
    }

    /// Whether the machine would fit on the largest host if that were empty. Whether there is room now is
    /// decided by the datacenter's budget, in the same transaction, and by placement.
    private void requireLargeEnoughHost(Transaction transaction, String datacenter, Shapes.Size size) {
        boolean fits = context.resources().anyHypervisorOfSize(transaction, datacenter, size.vcpus(), size.memoryMib());
        if (!fits) {
            throw Failure.of(
                    ProblemCode.NO_CAPACITY,
                    "No hypervisor in " + datacenter + " can run a machine of " + size.vcpus() + " vCPUs and "
                            + size.memoryMib() + " MiB.");
        }
    }

    private static List<Charge> charges(
            Lineage lineage, Datacenter datacenter, VmSpec spec, List<Attachment> networks) {
        var charges = new ArrayList<Charge>();
        charges.addAll(Dimensions.inScope(lineage, Dimensions.VMS, 1));
        charges.addAll(sized(lineage, datacenter, spec.size()));
        networks.forEach(network -> charges.add(network.charge()));
        return charges;
    }

    /// What the size costs, of a machine that runs.
    private static List<Charge> sized(Lineage lineage, Datacenter datacenter, Shapes.Size size) {
        var charges = new ArrayList<Charge>();
        charges.addAll(Dimensions.inScope(lineage, Dimensions.VCPUS, size.vcpus()));
        charges.addAll(Dimensions.inScope(lineage, Dimensions.RUNNING_VCPUS, size.vcpus()));
        charges.addAll(Dimensions.inScope(lineage, Dimensions.MEMORY_MIB, size.memoryMib()));
        charges.addAll(Dimensions.inScope(lineage, Dimensions.DISK_GIB, size.diskGib()));
        var site = new Limiter(datacenter.id(), "datacenter " + datacenter.name(), null, ProblemCode.NO_CAPACITY);
        charges.add(new Charge(site, Dimensions.VCPUS, size.vcpus()));
        charges.add(new Charge(site, Dimensions.MEMORY_MIB, size.memoryMib()));
        return charges;
    }

    private static Failure absent(String pointer, String detail, String hint) {
        return Failure.of(ProblemCode.INVALID_REFERENCE, detail)
                .hint(hint)
                .violations(List.of(new Violation(pointer, "REFERENCE", detail)));
    }
}
