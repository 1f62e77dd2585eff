package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.dataverket.contract.Failure;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.ImageChannel;
import no.dataverket.contract.api.ImagePromotion;
import no.dataverket.contract.api.ImageReplica;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Phase;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.offerings.ImageChannels.Channel;
import org.jspecify.annotations.Nullable;

/// Channels: how a version of an image gets from trial to general use, and back.
public final class ImageChannelOffering implements Offering {

    private static final int DATACENTERS = 500;

    private final Context context;
    private final PlatformResources images;

    public ImageChannelOffering(Context context) {
        this.context = context;
        this.images = new PlatformResources(context, IdKind.IMAGE);
    }

    /// Where a channel leads, for the audit log.
    private record Lead(String version) {}

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listImageChannels", this::list,
                "getImageChannel", this::get,
                "promoteImage", call -> context.mutations().run(call, this::promote),
                "revertImageChannel", call -> context.mutations().run(call, this::revert),
                "deleteImageChannel", call -> context.mutations().run(call, this::delete));
    }

    private Answer list(Call call) {
        var wanted = Pages.of(call);
        var operator = new Actor(call.actor()).operator();
        return context.database().call(transaction -> {
            var family = call.parameter("family").orElse(null);
            var read = ImageChannels.list(transaction, family, wanted.after(), wanted.toRead());
            return wanted.page(
                    read,
                    channel -> channel.id().uuid(),
                    shown -> shown.stream()
                            .map(channel -> view(transaction, channel, operator))
                            .toList());
        });
    }

    private Answer get(Call call) {
        var operator = new Actor(call.actor()).operator();
        return context.database().call(transaction -> {
            var channel = find(transaction, call);
            return Answer.of(200, view(transaction, channel, operator)).etag(channel.generation());
        });
    }

    private Answer promote(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var body = change.call().body(ImagePromotion.class);
        var transaction = change.transaction();
        var versions = Images.versions(context, transaction, images, change.call());
        versions.forEach(version -> context.resources().hold(transaction, version.id()));
        var spec = versions.getFirst().spec(ImageOffering.Spec.class);
        requireUsable(transaction, spec.family(), spec.version());
        var before = ImageChannels.lockOrInsert(transaction, spec.family(), body.channel(), spec.version());
        if (before.isPresent() && before.get().version().equals(spec.version())) {
            change.alreadyDone();
            return answer(transaction, before.get());
        }
        before.ifPresent(channel -> ImageChannels.lead(transaction, channel, spec.version()));
        return changed(
                change,
                "image.promote",
                before.orElse(null),
                ImageChannels.find(transaction, spec.family(), body.channel()).orElseThrow(),
                body.reason());
    }

    private Answer revert(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var transaction = change.transaction();
        var found = find(transaction, change.call());
        var channel = ImageChannels.lock(transaction, found.family(), found.channel())
                .orElseThrow(() -> missing(found.name()));
        var previous = channel.previous();
        if (previous == null) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_READY, channel.name() + " has never led to another version.")
                    .hint("Promote another one: dvce image promote " + channel.family() + "@VERSION --channel "
                            + channel.channel());
        }
        context.resources()
                .platformNamed(transaction, IdKind.IMAGE, List.of(channel.family() + "@" + previous))
                .forEach(version -> context.resources().hold(transaction, version.id()));
        requireUsable(transaction, channel.family(), previous);
        ImageChannels.lead(transaction, channel, previous);
        var now = ImageChannels.find(transaction, channel.id()).orElseThrow();
        return changed(change, "image-channel.revert", channel, now, null);
    }

    private Answer delete(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var channel = find(change.transaction(), change.call());
        ImageChannels.delete(change.transaction(), channel.id());
        change.deletes("image channel " + channel.name())
                .was(new Lead(channel.version()))
                .audit("image-channel.delete", channel.id(), channel.name(), null, null);
        return Answer.nothing();
    }

    private Answer changed(
            Change change, String action, @Nullable Channel before, Channel now, @Nullable String reason) {
        var transaction = change.transaction();
        ImageChannels.remember(
                transaction,
                now,
                action.equals("image-channel.revert"),
                change.actor().name(),
                reason);
        if (before == null) {
            change.creates("image channel " + now.name() + " to " + now.version());
        } else {
            change.changes("image channel " + now.name() + ": from " + before.version() + " to " + now.version())
                    .was(new Lead(before.version()));
        }
        change.becomes(new Lead(now.version())).audit(action, now.id(), now.name(), null, null);
        return answer(transaction, now);
    }

    private Answer answer(Transaction transaction, Channel channel) {
        return Answer.of(200, view(transaction, channel, true)).etag(channel.generation());
    }

    /// A version that machines may be made of, in one datacenter at least.
    private void requireUsable(Transaction transaction, String family, String version) {
        var name = family + "@" + version;
        var ready = context.resources().platformNamed(transaction, IdKind.IMAGE, List.of(name)).stream()
                .filter(image -> image.phase() == Phase.READY)
                .findFirst()
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_READY, name + " is ready in no datacenter.")
                        .hint("See why: dvce image list --name " + family));
        Images.requireUsable(transaction, ready);
    }

    private ImageChannel view(Transaction transaction, Channel channel, boolean operator) {
        var replicas =
                Images.replicas(context.resources().platformNamed(transaction, IdKind.IMAGE, List.of(channel.image())));
        var usable = replicas.stream()
                .filter(replica -> replica.phase() == Phase.READY)
                .map(ImageReplica::datacenter)
                .toList();
        var missing = context.datacenters().list(transaction, null, DATACENTERS).stream()
                .map(site -> site.name())
                .filter(site -> !usable.contains(site))
                .toList();
        return new ImageChannel(
                channel.id(),
                channel.name(),
                channel.family(),
                channel.channel(),
                channel.version(),
                channel.previous(),
                replicas,
                missing,
                operator ? ImageChannels.history(transaction, channel.id()) : List.of(),
                channel.generation(),
                channel.updatedAt());
    }

    private static Channel find(Transaction transaction, Call call) {
        var named = call.named("image_channel");
        return ImageChannels.named(transaction, named).orElseThrow(() -> missing(named));
    }

    private static Failure missing(String named) {
        return Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no image channel " + Objects.toString(named) + ".")
                .hint("See what there is: dvce image-channel list");
    }
}
