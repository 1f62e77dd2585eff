package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Condition;
import no.dataverket.contract.api.ImageCreate;
import no.dataverket.contract.api.ImagePatch;
import no.dataverket.contract.api.ImageProvenance;
import no.dataverket.contract.api.ImageReplicate;
import no.dataverket.contract.api.ImageRetire;
import no.dataverket.contract.api.ImageRetirement;
import no.dataverket.contract.api.ImageUser;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.ImageImported;
import no.dataverket.contract.command.MaskinMessages.ImageTrust;
import no.dataverket.contract.command.MaskinMessages.ImportImage;
import no.dataverket.contract.command.MaskinMessages.RemoveImage;
import no.dataverket.contract.command.MaskinMessages.ReplicateImage;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.Bodies;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.api.Preconditions;
import no.dataverket.sentral.inventory.LabelSelector;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.inventory.ResourceFilter;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;
import no.dataverket.sentral.tenancy.Visibility;
import org.jspecify.annotations.Nullable;

/// Image versions: immutable, and named `family@version`.
public final class ImageOffering implements Offering {

    private static final String MASKIN = MaskinMessages.SERVICE;
    private static final Visibility EVERYTHING = new Visibility(true, List.of(), List.of(), List.of());

    /// Users that a retirement names.
    private static final int REPORTED = 100;

    private final Context context;
    private final Facade facade;
    private final PlatformResources platform;
    private final Images images;

    public ImageOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
        this.platform = new PlatformResources(context, IdKind.IMAGE);
        this.images = new Images(context);
    }

    /// What is wanted of an image.
    ///
    /// @param source where its files came from
    /// @param deletionProtection null for none
    /// @param retired null while it may be used
    record Spec(
            String family,
            String version,
            String source,
            @Nullable Boolean deletionProtection,
            @Nullable Boolean retired,
            @Nullable String retiredReason) {

        boolean isProtected() {
            return Boolean.TRUE.equals(deletionProtection);
        }

        boolean isRetired() {
            return Boolean.TRUE.equals(retired);
        }

        Spec protectedBy(boolean protection) {
            return new Spec(family, version, source, protection, retired, retiredReason);
        }

        Spec retiredFor(@Nullable String reason) {
            return new Spec(family, version, source, deletionProtection, reason == null ? null : true, reason);
        }
    }

    /// What is known of an image.
    ///
    /// @param digest null if it was registered before that was known
    /// @param signedBy fingerprint of the key that signed it, and was trusted then
    record Known(
            String architecture,
            String os,
            String sha256,
            long sizeBytes,
            long virtualSizeBytes,
            int minMemoryMib,
            @Nullable String defaultUser,
            List<Condition> conditions,
            @Nullable String digest,
            boolean signed,
            @Nullable String signedBy,
            @Nullable ImageProvenance provenance) {

        static final Known NOTHING = new Known("", "", "", 0, 0, 0, null, List.of(), null, false, null, null);

        Known saying(List<Condition> now) {
            return new Known(
                    architecture,
                    os,
                    sha256,
                    sizeBytes,
                    virtualSizeBytes,
                    minMemoryMib,
                    defaultUser,
                    now,
                    digest,
                    signed,
                    signedBy,
                    provenance);
        }
    }

    /// What an image is made from.
    ///
    /// @param trust null for a task from before there was any
    private record Importing(
            String name,
            String version,
            String datacenter,
            String source,
            @Nullable ImageTrust trust) {}

    /// What an image is copied from.
    private record Replicating(Id from, String datacenter, ImageTrust trust) {}

    private record Nothing() {}

    /// The image that a request for something new names: an identifier, `family@version`, `family:channel`, or a
    /// family for its newest ready version.
    ///
    /// @throws Failure `IMAGE_RETIRED`, `IMAGE_UNSIGNED`, `RESOURCE_NOT_READY`
    static Optional<Resource> find(Context context, Transaction transaction, String datacenter, String named) {
        return Images.find(context, transaction, datacenter, named);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listImages", this::list,
                "getImage", this::get,
                "createImage", call -> context.mutations().run(call, this::create),
                "replicateImage", call -> context.mutations().run(call, this::replicate),
                "updateImage", call -> context.mutations().run(call, this::update),
                "retireImage", call -> context.mutations().run(call, this::retire),
                "reinstateImage", call -> context.mutations().run(call, this::reinstate),
                "listImageUsers", this::users,
                "deleteImage", call -> context.mutations().run(call, this::delete));
    }

    @Override
    public List<Saga> sagas() {
        return List.of(
                Saga.of("image.create", 1)
                        .step(
                                "import",
                                "files checked and copied",
                                MASKIN,
                                ImageOffering::importation,
                                image -> new RemoveImage(image.target()))
                        .build(new Importation("image.create", "import")),
                Saga.of("image.replicate", 1)
                        .step(
                                "replicate",
                                "files copied and checked",
                                MASKIN,
                                ImageOffering::replication,
                                image -> new RemoveImage(image.target()))
                        .build(new Importation("image.replicate", "replicate")),
                Saga.of("image.delete", 1)
                        .finalStep("remove", "files removed", MASKIN, image -> new RemoveImage(image.target()))
                        .build(new Removal()));
    }

    private static ImportImage importation(SagaProgress progress) {
        var wanted = progress.input(Importing.class);
        return new ImportImage(
                progress.target(),
                wanted.name(),
                wanted.version(),
                wanted.datacenter(),
                wanted.source(),
                wanted.trust());
    }

    private static ReplicateImage replication(SagaProgress progress) {
        var wanted = progress.input(Replicating.class);
        return new ReplicateImage(progress.target(), wanted.from(), wanted.datacenter(), wanted.trust());
    }

    private Answer list(Call call) {
        var wanted = Pages.of(call);
        var family = call.parameter("name").map(name -> name + "@").orElse(null);
        var filter = new ResourceFilter(
                null, null, null, call.parameter("datacenter").orElse(null), null, family, LabelSelector.ANY, null);
        return context.database()
                .call(transaction -> wanted.page(
                        context.resources()
                                .list(transaction, IdKind.IMAGE, EVERYTHING, filter, wanted.after(), wanted.toRead()),
                        image -> image.id().uuid(),
                        shown -> images.page(transaction, shown)));
    }

    private Answer get(Call call) {
        return context.database().call(transaction -> {
            var named = call.named("image");
            boolean exact = Id.tryParse(named).isPresent() || named.contains("@");
            var image = exact ? platform.find(transaction, call, "image") : resolved(transaction, call, named);
            return Answer.of(200, images.one(transaction, image)).etag(image.generation());
        });
    }

    /// What a family or a channel means now.
    private Resource resolved(Transaction transaction, Call call, String named) {
        var found = sites(transaction, call).stream()
                .flatMap(site -> Images.resolved(context, transaction, site, named).stream())
                .toList();
        if (found.size() > 1) {
            throw Failure.of(ProblemCode.AMBIGUOUS_SCOPE, "More than one datacenter has a " + named + ".")
                    .hint("Say which: --datacenter NAME");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no ready image " + named + ".")
                        .hint("See what there is: dvce image list"));
    }

    private List<String> sites(Transaction transaction, Call call) {
        return call.parameter("datacenter")
                .map(List::of)
                .orElseGet(() -> context.datacenters().list(transaction, null, 500).stream()
                        .map(site -> site.name())
                        .toList());
    }

    private Answer create(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var body = change.call().body(ImageCreate.class);
        Secrets.requireNoPassword("source", body.source());
        var transaction = change.transaction();
        var datacenter = platform.datacenter(transaction, body.datacenter());
        var name = body.name() + "@" + body.version();
        requireNotRetired(context.resources().platformNamed(transaction, IdKind.IMAGE, List.of(name)));
        var spec = new Spec(body.name(), body.version(), body.source(), body.deletionProtection(), null, null);
        var image = platform.insert(transaction, datacenter, name, spec, Known.NOTHING);
        change.creates("image " + name);
        var input =
                new Importing(body.name(), body.version(), datacenter, body.source(), ImageTrusts.trust(transaction));
        return answer(change, image, change.begin("image.create", image, 1, input), Phase.PROVISIONING);
    }

    private Answer replicate(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var body = change.call().body(ImageReplicate.class);
        var transaction = change.transaction();
        var datacenter = platform.datacenter(transaction, body.datacenter());
        var original = original(transaction, change.call());
        requireNotRetired(List.of(original));
        var wanted = original.spec(Spec.class);
        var spec = new Spec(
                wanted.family(), wanted.version(), original.id().toString(), wanted.deletionProtection(), null, null);
        var image = platform.insert(transaction, datacenter, original.name(), spec, Known.NOTHING);
        change.creates("image " + original.name() + " in " + datacenter);
        var input = new Replicating(original.id(), datacenter, ImageTrusts.trust(transaction));
        return answer(change, image, change.begin("image.replicate", image, 1, input), Phase.PROVISIONING);
    }

    /// One that can be copied.
    private Resource original(Transaction transaction, Call call) {
        var from = call.parameter("from").orElse(null);
        var versions = Images.versions(context, transaction, platform, call).stream()
                .filter(image -> from == null || image.datacenter().equals(from))
                .map(image -> context.resources().hold(transaction, image.id()))
                .flatMap(Optional::stream)
                .toList();
        return versions.stream()
                .filter(image -> image.phase() == Phase.READY)
                .findFirst()
                .orElseThrow(() -> Failure.of(
                                ProblemCode.RESOURCE_NOT_READY,
                                call.named("image") + " is ready in no datacenter to copy it from.")
                        .hint("See where it is: dvce image list"));
    }

    /// What is retired in one datacenter is so in each.
    private static void requireNotRetired(List<Resource> versions) {
        for (var image : versions) {
            var spec = image.spec(Spec.class);
            if (spec.isRetired()) {
                throw Failure.of(
                                ProblemCode.IMAGE_RETIRED,
                                "The image " + image.name() + " is retired: " + spec.retiredReason())
                        .hint("If it is to be used after all: dvce image reinstate " + image.name());
            }
        }
    }

    private Answer retire(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var reason = change.call().body(ImageRetire.class).reason();
        var transaction = change.transaction();
        var versions = lockAll(transaction, change.call());
        var name = versions.getFirst().name();
        var channels = ImageChannels.leadingTo(transaction, List.of(name)).getOrDefault(name, List.of());
        if (!channels.isEmpty()) {
            throw Failure.of(ProblemCode.RESOURCE_IN_USE, "Channels lead to " + name + ".")
                    .hint("Let them lead elsewhere first: dvce image promote FAMILY@VERSION --channel CHANNEL")
                    .dependents(channels);
        }
        respecify(change, versions, "image.retire", "retired", spec -> spec.retiredFor(reason));
        var ids = versions.stream().map(Resource::id).toList();
        var users = context.resources().madeFrom(transaction, ids, null, REPORTED + 1);
        return Answer.of(
                200,
                new ImageRetirement(
                        name,
                        reason,
                        ids,
                        users.stream().limit(REPORTED).map(ImageOffering::user).toList(),
                        users.size() > REPORTED));
    }

    private Answer reinstate(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var transaction = change.transaction();
        var versions = lockAll(transaction, change.call());
        respecify(change, versions, "image.reinstate", "in use again", spec -> spec.retiredFor(null));
        var stored =
                context.resources().find(transaction, versions.getFirst().id()).orElseThrow();
        return Answer.of(200, images.one(transaction, stored)).etag(stored.generation());
    }

    /// The version wherever it is: a version is not retired in one datacenter alone.
    private List<Resource> lockAll(Transaction transaction, Call call) {
        var name =
                Images.versions(context, transaction, platform, call).getFirst().name();
        return context.resources().platformNamed(transaction, IdKind.IMAGE, List.of(name)).stream()
                .map(image -> context.resources().lock(transaction, image.id()))
                .flatMap(Optional::stream)
                .toList();
    }

    private void respecify(
            Change change, List<Resource> versions, String action, String what, UnaryOperator<Spec> respecified) {
        var first = versions.getFirst();
        var becomes = respecified.apply(first.spec(Spec.class));
        if (versions.stream()
                .map(image -> image.spec(Spec.class))
                .allMatch(spec -> respecified.apply(spec).equals(spec))) {
            change.alreadyDone();
            return;
        }
        for (var image : versions) {
            context.resources().respecify(change.transaction(), image.id(), respecified.apply(image.spec(Spec.class)));
        }
        change.changes("image " + first.name() + ": " + what).becomes(becomes).audit(action, first);
    }

    private Answer users(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        var wanted = Pages.of(call);
        return context.database().call(transaction -> {
            var ids = Images.versions(context, transaction, platform, call).stream()
                    .map(Resource::id)
                    .toList();
            var read = context.resources().madeFrom(transaction, ids, wanted.after(), wanted.toRead());
            return wanted.page(
                    read,
                    vm -> vm.id().uuid(),
                    shown -> shown.stream().map(ImageOffering::user).toList());
        });
    }

    private static ImageUser user(Resource vm) {
        return new ImageUser(
                vm.id(),
                vm.name(),
                Objects.requireNonNull(vm.tenant()),
                Objects.requireNonNull(vm.project()),
                Objects.requireNonNull(vm.environment()),
                vm.datacenter(),
                vm.spec(VmSpec.class).image());
    }

    private Answer update(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var transaction = change.transaction();
        var image = platform.lock(transaction, change.call(), "image");
        Preconditions.ifMatch(change.call(), image.generation());
        var spec = image.spec(Spec.class);
        var patched = Json.mergePatch(
                Json.tree(new ImagePatch(spec.isProtected())), change.call().tree());
        var after = Bodies.read(patched, ImagePatch.class);
        var respecified = spec.protectedBy(after.deletionProtection());
        context.resources().respecify(transaction, image.id(), respecified);
        change.changes("image " + image.name()).becomes(respecified).audit("image.update", image);
        var stored = context.resources().find(transaction, image.id()).orElseThrow();
        return Answer.of(200, images.one(transaction, stored)).etag(stored.generation());
    }

    private Answer delete(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var image = platform.lock(change.transaction(), change.call(), "image");
        Preconditions.ifMatch(change.call(), image.generation());
        Facade.requireIdle(image);
        Facade.requireUnprotected(image.name(), image.spec(Spec.class).isProtected(), "dvce image update");
        requireNotLast(change.transaction(), image);
        change.deletes("image " + image.name());
        var task = change.begin("image.delete", image, image.generation(), new Nothing());
        return answer(change, image, task, Phase.DELETING);
    }

    /// A channel leads to something.
    private void requireNotLast(Transaction transaction, Resource image) {
        var name = image.name();
        var channels = ImageChannels.leadingTo(transaction, List.of(name)).getOrDefault(name, List.of());
        boolean elsewhere = context.resources().platformNamed(transaction, IdKind.IMAGE, List.of(name)).stream()
                .anyMatch(other -> !other.id().equals(image.id()) && other.phase() == Phase.READY);
        if (!channels.isEmpty() && !elsewhere) {
            throw Failure.of(ProblemCode.RESOURCE_IN_USE, "Channels lead to " + name + ", which is nowhere else.")
                    .hint("Let them lead elsewhere first: dvce image promote FAMILY@VERSION --channel CHANNEL")
                    .dependents(channels);
        }
    }

    private Answer answer(Change change, Resource image, Id task, Phase phase) {
        context.resources().occupy(change.transaction(), image.id(), task, phase);
        var stored = context.resources().find(change.transaction(), image.id()).orElseThrow();
        var shown = images.one(change.transaction(), stored);
        return facade.accepted(change.transaction(), task, shown, stored.generation());
    }

    private void settle(
            Transaction transaction, SagaProgress progress, String action, Phase phase, Known known, String outcome) {
        var image = facade.target(transaction, progress);
        context.resources().settle(transaction, image.id(), phase, known);
        facade.auditEnd(transaction, progress, action, image, outcome);
    }

    private final class Importation implements Saga.Hooks {
        private final String action;
        private final String step;

        Importation(String action, String step) {
            this.action = action;
            this.step = step;
        }

        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var found = progress.result(step, ImageImported.class);
            var known = new Known(
                    found.architecture(),
                    found.os(),
                    found.sha256(),
                    found.sizeBytes(),
                    found.virtualSizeBytes(),
                    found.minMemoryMib(),
                    found.defaultUser(),
                    Facade.ready("Every file matches its checksum."),
                    found.digest(),
                    found.signed(),
                    found.signedBy(),
                    found.provenance());
            settle(transaction, progress, action, Phase.READY, known, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var known = Known.NOTHING.saying(Facade.failed(progress, cancelled, undone));
            settle(transaction, progress, action, Phase.FAILED, known, cancelled ? "CANCELLED" : "FAILED");
        }
    }

    private final class Removal implements Saga.Hooks {
        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var image = facade.target(transaction, progress);
            context.resources().delete(transaction, image.id());
            facade.auditEnd(transaction, progress, "image.delete", image, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            // An image that machines use is refused by Maskin, and is as good as before.
            var image = facade.target(transaction, progress);
            var known = image.status(Known.class).saying(Facade.failed(progress, cancelled, undone));
            settle(transaction, progress, "image.delete", Phase.READY, known, cancelled ? "CANCELLED" : "FAILED");
        }
    }
}
