package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Condition;
import no.dataverket.contract.api.Image;
import no.dataverket.contract.api.ImageCreate;
import no.dataverket.contract.api.ImagePatch;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.MaskinMessages.ImageImported;
import no.dataverket.contract.command.MaskinMessages.ImportImage;
import no.dataverket.contract.command.MaskinMessages.RemoveImage;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.Bodies;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Preconditions;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.tasks.Saga;
import no.dataverket.sentral.tasks.SagaProgress;
import org.jspecify.annotations.Nullable;

/// Image versions: immutable, and named `family@version`.
public final class ImageOffering implements Offering {

    private static final String MASKIN = MaskinMessages.SERVICE;

    private final Context context;
    private final Facade facade;
    private final PlatformResources platform;

    public ImageOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
        this.platform = new PlatformResources(context, IdKind.IMAGE);
    }

    /// What is wanted of an image.
    ///
    /// @param deletionProtection null for none
    record Spec(
            String family,
            String version,
            String source,
            @Nullable Boolean deletionProtection) {

        boolean isProtected() {
            return Boolean.TRUE.equals(deletionProtection);
        }
    }

    /// What is known of an image.
    record Known(
            String architecture,
            String os,
            String sha256,
            long sizeBytes,
            long virtualSizeBytes,
            int minMemoryMib,
            @Nullable String defaultUser,
            List<Condition> conditions) {

        static final Known NOTHING = new Known("", "", "", 0, 0, 0, null, List.of());

        Known saying(List<Condition> now) {
            return new Known(architecture, os, sha256, sizeBytes, virtualSizeBytes, minMemoryMib, defaultUser, now);
        }
    }

    private record Nothing() {}

    /// The image that a request names: an identifier, `family@version`, or a family for its newest ready
    /// version.
    static Optional<Resource> find(Context context, Transaction transaction, String datacenter, String named) {
        var id = Id.tryParse(named);
        if (id.isPresent()) {
            return id.filter(parsed -> parsed.kind() == IdKind.IMAGE)
                    .flatMap(parsed -> context.resources().hold(transaction, parsed))
                    .filter(found -> found.datacenter().equals(datacenter));
        }
        return named.contains("@")
                ? context.resources().platformNamed(transaction, IdKind.IMAGE, datacenter, named).stream()
                        .findFirst()
                        .flatMap(image -> context.resources().hold(transaction, image.id()))
                : context.resources().holdNewestReady(transaction, IdKind.IMAGE, datacenter, named);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listImages", call -> platform.list(call, ImageOffering::view),
                "getImage", this::get,
                "createImage", call -> context.mutations().run(call, this::create),
                "updateImage", call -> context.mutations().run(call, this::update),
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
                        .build(new Importation()),
                Saga.of("image.delete", 1)
                        .finalStep("remove", "files removed", MASKIN, image -> new RemoveImage(image.target()))
                        .build(new Removal()));
    }

    private static ImportImage importation(SagaProgress progress) {
        var wanted = progress.input(ImageCreate.class);
        return new ImportImage(
                progress.target(), wanted.name(), wanted.version(), wanted.datacenter(), wanted.source());
    }

    private Answer get(Call call) {
        return context.database().call(transaction -> {
            var named = call.named("image");
            var family = Id.tryParse(named).isEmpty() && !named.contains("@");
            var image = family ? newest(transaction, call, named) : platform.find(transaction, call, "image");
            return Answer.of(200, view(image)).etag(image.generation());
        });
    }

    private Resource newest(Transaction transaction, Call call, String family) {
        var sites = call.parameter("datacenter")
                .map(List::of)
                .orElseGet(() -> context.datacenters().list(transaction, null, 500).stream()
                        .map(site -> site.name())
                        .toList());
        var found = sites.stream()
                .flatMap(site -> context.resources().newestReady(transaction, IdKind.IMAGE, site, family).stream())
                .toList();
        if (found.size() > 1) {
            throw Failure.of(ProblemCode.AMBIGUOUS_SCOPE, "More than one datacenter has a " + family + ".")
                    .hint("Say which: --datacenter NAME");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no ready image " + family + ".")
                        .hint("See what there is: dvce image list"));
    }

    private Answer create(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var body = change.call().body(ImageCreate.class);
        Secrets.requireNoPassword("source", body.source());
        var transaction = change.transaction();
        var datacenter = platform.datacenter(transaction, body.datacenter());
        var name = body.name() + "@" + body.version();
        var spec = new Spec(body.name(), body.version(), body.source(), body.deletionProtection());
        var image = platform.insert(transaction, datacenter, name, spec, Known.NOTHING);
        change.creates("image " + name);
        return answer(change, image, change.begin("image.create", image, 1, body), Phase.PROVISIONING);
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
        var respecified = new Spec(spec.family(), spec.version(), spec.source(), after.deletionProtection());
        context.resources().respecify(transaction, image.id(), respecified);
        change.changes("image " + image.name()).becomes(respecified).audit("image.update", image);
        var stored = context.resources().find(transaction, image.id()).orElseThrow();
        return Answer.of(200, view(stored)).etag(stored.generation());
    }

    private Answer delete(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var image = platform.lock(change.transaction(), change.call(), "image");
        Preconditions.ifMatch(change.call(), image.generation());
        Facade.requireIdle(image);
        Facade.requireUnprotected(image.name(), image.spec(Spec.class).isProtected(), "dvce image update");
        change.deletes("image " + image.name());
        var task = change.begin("image.delete", image, image.generation(), new Nothing());
        return answer(change, image, task, Phase.DELETING);
    }

    private Answer answer(Change change, Resource image, Id task, Phase phase) {
        context.resources().occupy(change.transaction(), image.id(), task, phase);
        var stored = context.resources().find(change.transaction(), image.id()).orElseThrow();
        return facade.accepted(change.transaction(), task, view(stored), stored.generation());
    }

    private static Image view(Resource image) {
        var spec = image.spec(Spec.class);
        var known = image.status(Known.class);
        return new Image(
                image.id(),
                spec.family(),
                spec.version(),
                image.datacenter(),
                known.architecture(),
                known.os(),
                known.sha256(),
                known.sizeBytes(),
                known.virtualSizeBytes(),
                known.minMemoryMib(),
                known.defaultUser(),
                spec.isProtected(),
                image.generation(),
                image.phase(),
                known.conditions(),
                image.createdAt());
    }

    private void settle(
            Transaction transaction, SagaProgress progress, String action, Phase phase, Known known, String outcome) {
        var image = facade.target(transaction, progress);
        context.resources().settle(transaction, image.id(), phase, known);
        facade.auditEnd(transaction, progress, action, image, outcome);
    }

    private final class Importation implements Saga.Hooks {
        @Override
        public void succeeded(Transaction transaction, SagaProgress progress) {
            var found = progress.result("import", ImageImported.class);
            var known = new Known(
                    found.architecture(),
                    found.os(),
                    found.sha256(),
                    found.sizeBytes(),
                    found.virtualSizeBytes(),
                    found.minMemoryMib(),
                    found.defaultUser(),
                    Facade.ready("Every file matches its checksum."));
            settle(transaction, progress, "image.create", Phase.READY, known, "SUCCEEDED");
        }

        @Override
        public void ended(Transaction transaction, SagaProgress progress, boolean cancelled, boolean undone) {
            var known = Known.NOTHING.saying(Facade.failed(progress, cancelled, undone));
            settle(transaction, progress, "image.create", Phase.FAILED, known, cancelled ? "CANCELLED" : "FAILED");
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
