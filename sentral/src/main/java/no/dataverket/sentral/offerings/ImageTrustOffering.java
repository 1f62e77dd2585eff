package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.ImageKey;
import no.dataverket.contract.api.ImageKeyCreate;
import no.dataverket.contract.api.ImagePolicyPatch;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.core.json.Bodies;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.api.Preconditions;

/// Whom operators believe about images, and what they ask of images.
public final class ImageTrustOffering implements Offering {

    private static final Id POLICY = new Id(IdKind.IMAGE_KEY, new java.util.UUID(0, 0));

    private final Context context;

    public ImageTrustOffering(Context context) {
        this.context = context;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listImageKeys", this::list,
                "createImageKey", call -> context.mutations().run(call, this::create),
                "deleteImageKey", call -> context.mutations().run(call, this::delete),
                "getImagePolicy", this::policy,
                "updateImagePolicy", call -> context.mutations().run(call, this::update));
    }

    private Answer list(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        return Pages.of(call).whole(context.database().call(ImageTrusts::keys));
    }

    private Answer create(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var body = change.call().body(ImageKeyCreate.class);
        var key = new ImageKey(
                Id.next(IdKind.IMAGE_KEY),
                body.name(),
                body.publicKey().strip() + "\n",
                ImageTrusts.fingerprint(body.publicKey()),
                change.actor().name(),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        ImageTrusts.insert(change.transaction(), key);
        change.creates("image key " + key.name())
                .becomes(key)
                .audit("image-key.create", key.id(), key.name(), null, null);
        return Answer.of(201, key);
    }

    private Answer delete(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var named = change.call().named("image_key");
        var key = ImageTrusts.find(change.transaction(), named)
                .orElseThrow(() -> Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no image key " + named + ".")
                        .hint("See what there is: dvce image-key list"));
        ImageTrusts.delete(change.transaction(), key.id());
        change.deletes("image key " + key.name()).was(key).audit("image-key.delete", key.id(), key.name(), null, null);
        return Answer.nothing();
    }

    private Answer policy(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        var policy = context.database().call(ImageTrusts::policy);
        return Answer.of(200, policy).etag(policy.generation());
    }

    private Answer update(Change change) {
        change.actor().require(Access.OPERATOR, null, null);
        var transaction = change.transaction();
        var policy = ImageTrusts.lockPolicy(transaction);
        Preconditions.ifMatch(change.call(), policy.generation());
        var before = new ImagePolicyPatch(policy.signatures());
        var after = Bodies.read(Json.mergePatch(Json.tree(before), change.call().tree()), ImagePolicyPatch.class);
        ImageTrusts.decide(transaction, after.signatures());
        change.changes("image policy: signatures " + after.signatures())
                .was(before)
                .becomes(after)
                .audit("image-policy.update", POLICY, "image policy", null, null);
        var stored = ImageTrusts.policy(transaction);
        return Answer.of(200, stored).etag(stored.generation());
    }
}
