package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Image;
import no.dataverket.contract.api.ImageKey;
import no.dataverket.contract.api.ImageReplica;
import no.dataverket.contract.api.ImageSignature;
import no.dataverket.contract.api.ImageSignature.SignatureTrust;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Call;
import no.dataverket.sentral.inventory.Resource;

/// Image versions by the names that they go by, and as the public API shows them. A version has a resource in each
/// datacenter in which it is.
final class Images {

    private final Context context;

    Images(Context context) {
        this.context = context;
    }

    /// The image that a request for something new names: an identifier, `family@version`, `family:channel`, or a family
    /// for its newest ready version.
    ///
    /// @throws Failure `IMAGE_RETIRED`, `IMAGE_UNSIGNED`; `RESOURCE_NOT_READY` if the channel leads to a
    ///     version that is not in the datacenter
    static Optional<Resource> find(Context context, Transaction transaction, String datacenter, String named) {
        var image = named(context, transaction, datacenter, named);
        image.ifPresent(found -> requireUsable(transaction, found));
        return image;
    }

    private static Optional<Resource> named(Context context, Transaction transaction, String datacenter, String named) {
        var id = Id.tryParse(named);
        if (id.isPresent()) {
            return id.filter(parsed -> parsed.kind() == IdKind.IMAGE)
                    .flatMap(parsed -> context.resources().hold(transaction, parsed))
                    .filter(found -> found.datacenter().equals(datacenter));
        }
        if (named.contains("@")) {
            return version(context, transaction, datacenter, named);
        }
        if (!named.contains(":")) {
            return context.resources().holdNewestReady(transaction, IdKind.IMAGE, datacenter, named);
        }
        return ImageChannels.named(transaction, named)
                .map(channel -> version(context, transaction, datacenter, channel.image())
                        .orElseThrow(() -> Failure.of(
                                        ProblemCode.RESOURCE_NOT_READY,
                                        named + " leads to " + channel.image() + ", which is not in " + datacenter
                                                + ".")
                                .hint("An operator copies it there: dvce image replicate " + channel.image()
                                        + " --datacenter " + datacenter)));
    }

    /// What a family or a `family:channel` means in a datacenter now, to look at.
    static Optional<Resource> resolved(Context context, Transaction transaction, String datacenter, String named) {
        return named.contains(":")
                ? ImageChannels.named(transaction, named)
                        .flatMap(channel -> version(context, transaction, datacenter, channel.image()))
                : context.resources().newestReady(transaction, IdKind.IMAGE, datacenter, named);
    }

    private static Optional<Resource> version(
            Context context, Transaction transaction, String datacenter, String name) {
        return context.resources().platformNamed(transaction, IdKind.IMAGE, datacenter, name).stream()
                .findFirst()
                .flatMap(image -> context.resources().hold(transaction, image.id()));
    }

    /// Refuses an image from which nothing new may be made.
    ///
    /// @throws Failure `IMAGE_RETIRED`, `IMAGE_UNSIGNED`
    static void requireUsable(Transaction transaction, Resource image) {
        var spec = image.spec(ImageOffering.Spec.class);
        if (spec.isRetired()) {
            throw Failure.of(
                    ProblemCode.IMAGE_RETIRED, "The image " + image.name() + " is retired: " + spec.retiredReason());
        }
        ImageTrusts.requireTrusted(transaction, image);
    }

    /// A version in each datacenter in which it is, by the path: `family@version` for all of them, or the one that an
    /// identifier or the datacenter names.
    ///
    /// @throws Failure `RESOURCE_NOT_FOUND`
    static List<Resource> versions(Context context, Transaction transaction, PlatformResources platform, Call call) {
        var named = call.named("image");
        if (Id.tryParse(named).isPresent() || call.parameter("datacenter").isPresent()) {
            return List.of(platform.find(transaction, call, "image"));
        }
        var found = context.resources().platformNamed(transaction, IdKind.IMAGE, List.of(named));
        return found.isEmpty() ? List.of(platform.find(transaction, call, "image")) : found;
    }

    /// Where a version is.
    static List<ImageReplica> replicas(List<Resource> versions) {
        return versions.stream()
                .map(image -> new ImageReplica(image.datacenter(), image.id(), image.phase()))
                .toList();
    }

    Image one(Transaction transaction, Resource image) {
        return page(transaction, List.of(image)).getFirst();
    }

    /// Images as they are shown, with what belongs to them read in one go.
    List<Image> page(Transaction transaction, List<Resource> images) {
        var names = images.stream().map(Resource::name).distinct().toList();
        var keys = ImageTrusts.byFingerprint(transaction);
        var channels = ImageChannels.leadingTo(transaction, names);
        var everywhere = context.resources().platformNamed(transaction, IdKind.IMAGE, names).stream()
                .collect(Collectors.groupingBy(Resource::name));
        return images.stream()
                .map(image -> view(
                        image,
                        signature(keys, image.status(ImageOffering.Known.class)),
                        channels.getOrDefault(image.name(), List.of()),
                        replicas(everywhere.getOrDefault(image.name(), List.of()))))
                .toList();
    }

    private static ImageSignature signature(Map<String, ImageKey> keys, ImageOffering.Known known) {
        var key = ImageTrusts.signer(keys, known.signedBy());
        if (key != null) {
            return new ImageSignature(SignatureTrust.TRUSTED, key.name(), key.fingerprint());
        }
        return new ImageSignature(
                known.signed() ? SignatureTrust.UNTRUSTED : SignatureTrust.UNSIGNED, null, known.signedBy());
    }

    private static Image view(
            Resource image, ImageSignature signature, List<String> channels, List<ImageReplica> replicas) {
        var spec = image.spec(ImageOffering.Spec.class);
        var known = image.status(ImageOffering.Known.class);
        return new Image(
                image.id(),
                spec.family(),
                spec.version(),
                image.datacenter(),
                known.architecture(),
                known.os(),
                known.sha256(),
                known.digest(),
                known.sizeBytes(),
                known.virtualSizeBytes(),
                known.minMemoryMib(),
                known.defaultUser(),
                known.provenance(),
                signature,
                channels,
                replicas,
                spec.isRetired(),
                spec.retiredReason(),
                spec.isProtected(),
                image.generation(),
                image.phase(),
                known.conditions(),
                image.createdAt());
    }
}
