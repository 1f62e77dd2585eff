package no.dataverket.contract.api;

import static no.dataverket.contract.api.OperationBuilder.delete;
import static no.dataverket.contract.api.OperationBuilder.get;
import static no.dataverket.contract.api.OperationBuilder.patch;
import static no.dataverket.contract.api.OperationBuilder.post;

import java.util.List;
import java.util.stream.Stream;
import no.dataverket.contract.api.Operation.Access;

/// The life of image versions: who is believed, what is promoted, where it is, when it ends.
final class ImageOperations {

    private static final List<String> IMAGE =
            List.of("NAME=name", "VERSION=version", "DATACENTER=datacenter", "PHASE=phase", "RETIRED=retired", "ID=id");
    private static final List<String> CHANNEL =
            List.of("NAME=name", "VERSION=version", "PREVIOUS=previous", "MISSING=missing", "UPDATED=updated_at");
    private static final List<String> USER =
            List.of("NAME=name", "DATACENTER=datacenter", "PROJECT=project", "VM=vm", "IMAGE=image");
    private static final List<String> RETIREMENT = List.of("NAME=name", "REASON=reason", "USERS=users.name");
    private static final List<String> KEY =
            List.of("NAME=name", "FINGERPRINT=fingerprint", "TRUSTED_BY=trusted_by", "SINCE=created_at");
    private static final List<String> POLICY = List.of("SIGNATURES=signatures", "REQUIRED=required");

    private ImageOperations() {}

    static List<Operation> all() {
        return Stream.of(versions(), channels(), trust()).flatMap(List::stream).toList();
    }

    private static List<Operation> versions() {
        return List.of(
                post(
                                "promoteImage",
                                "/v1/operator/images/{image}:promote",
                                "Let a channel of its family lead to an image version")
                        .by(Access.OPERATOR)
                        .takes(ImagePromotion.class)
                        .answers(ImageChannel.class)
                        .scoped("datacenter")
                        .cli(
                                "dvce",
                                "image",
                                "promote",
                                CHANNEL,
                                "dvce image promote debian-12@20261121 --channel stable",
                                "dvce image promote debian-12@20261121 --channel stable --reason 'a week in testing'",
                                "dvce image-channel list")
                        .build(),
                post(
                                "replicateImage",
                                "/v1/operator/images/{image}:replicate",
                                "Copy an image version to another datacenter")
                        .by(Access.OPERATOR)
                        .takes(ImageReplicate.class)
                        .starts(Image.class)
                        .text("from", "Datacenter to copy from; any that has it if left out.")
                        .cli(
                                "dvce",
                                "image",
                                "replicate",
                                IMAGE,
                                "dvce image replicate debian-12@20261121 --datacenter lab2",
                                "dvce image replicate debian-12@20261121 --datacenter lab2 --from lab1",
                                "dvce image get debian-12@20261121 -o yaml")
                        .build(),
                post(
                                "retireImage",
                                "/v1/operator/images/{image}:retire",
                                "Let nothing new be made from an image version, and say who uses it")
                        .by(Access.OPERATOR)
                        .takes(ImageRetire.class)
                        .answers(ImageRetirement.class)
                        .scoped("datacenter")
                        .cli(
                                "dvce",
                                "image",
                                "retire",
                                RETIREMENT,
                                "dvce image retire debian-12@20261121 --reason 'openssl of October'",
                                "dvce image retire debian-12@20261121 --reason 'openssl of October' --dry-run",
                                "dvce image users debian-12@20261121")
                        .build(),
                post("reinstateImage", "/v1/operator/images/{image}:reinstate", "Take a retirement back")
                        .by(Access.OPERATOR)
                        .answers(Image.class)
                        .scoped("datacenter")
                        .cli(
                                "dvce",
                                "image",
                                "reinstate",
                                IMAGE,
                                "dvce image reinstate debian-12@20261121",
                                "dvce image reinstate debian-12@20261121 --dry-run",
                                "dvce image get debian-12@20261121")
                        .build(),
                get("listImageUsers", "/v1/operator/images/{image}/users", "List the machines of an image version")
                        .by(Access.OPERATOR)
                        .lists(ImageUser.class)
                        .scoped("datacenter")
                        .cli(
                                "dvce",
                                "image",
                                "users",
                                USER,
                                "dvce image users debian-12@20261121",
                                "dvce image users debian-12@20261121 --datacenter lab1 -o json",
                                "dvce image list")
                        .build());
    }

    private static List<Operation> channels() {
        return List.of(
                get("listImageChannels", "/v1/image-channels", "List the channels of images")
                        .lists(ImageChannel.class)
                        .text("family", "Only of this family.")
                        .cli(
                                "dvce",
                                "image-channel",
                                "list",
                                CHANNEL,
                                "dvce image-channel list",
                                "dvce image-channel list --family debian-12",
                                "dvce image-channel list -o json")
                        .build(),
                get(
                                "getImageChannel",
                                "/v1/image-channels/{image_channel}",
                                "Get a channel: family:channel or identifier")
                        .answers(ImageChannel.class)
                        .cli(
                                "dvce",
                                "image-channel",
                                "get",
                                CHANNEL,
                                "dvce image-channel get debian-12:stable",
                                "dvce image-channel get debian-12:stable -o yaml",
                                "dvce image-channel list")
                        .build(),
                post(
                                "revertImageChannel",
                                "/v1/operator/image-channels/{image_channel}:revert",
                                "Let a channel lead to the version before its latest change again")
                        .by(Access.OPERATOR)
                        .answers(ImageChannel.class)
                        .cli(
                                "dvce",
                                "image-channel",
                                "revert",
                                CHANNEL,
                                "dvce image-channel revert debian-12:stable",
                                "dvce image-channel revert debian-12:stable --dry-run",
                                "dvce image-channel get debian-12:stable -o yaml")
                        .build(),
                delete("deleteImageChannel", "/v1/operator/image-channels/{image_channel}", "Remove a channel")
                        .by(Access.OPERATOR)
                        .cli(
                                "dvce",
                                "image-channel",
                                "delete",
                                List.of(),
                                "dvce image-channel delete debian-12:testing",
                                "dvce image-channel delete debian-12:testing --yes",
                                "dvce image-channel list")
                        .build());
    }

    private static List<Operation> trust() {
        return List.of(
                get("listImageKeys", "/v1/operator/image-keys", "List the keys whose signatures are believed")
                        .by(Access.OPERATOR)
                        .lists(ImageKey.class)
                        .cli(
                                "dvce",
                                "image-key",
                                "list",
                                KEY,
                                "dvce image-key list",
                                "dvce image-key list -o yaml",
                                "dvce image-policy get")
                        .build(),
                post("createImageKey", "/v1/operator/image-keys", "Believe the signatures of a key")
                        .by(Access.OPERATOR)
                        .takes(ImageKeyCreate.class)
                        .creates(ImageKey.class)
                        .cli(
                                "dvce",
                                "image-key",
                                "create",
                                KEY,
                                "dvce image-key create release --public-key @release.pub",
                                "dvce image-key create release --public-key @release.pub --dry-run",
                                "dvce image-key list")
                        .build(),
                delete("deleteImageKey", "/v1/operator/image-keys/{image_key}", "Believe a key no more")
                        .by(Access.OPERATOR)
                        .cli(
                                "dvce",
                                "image-key",
                                "delete",
                                List.of(),
                                "dvce image-key delete release",
                                "dvce image-key delete release --yes",
                                "dvce image-key list")
                        .build(),
                get("getImagePolicy", "/v1/operator/image-policy", "What is asked of images")
                        .by(Access.OPERATOR)
                        .answers(ImagePolicy.class)
                        .cli(
                                "dvce",
                                "image-policy",
                                "get",
                                POLICY,
                                "dvce image-policy get",
                                "dvce image-policy get -o yaml",
                                "dvce image-key list")
                        .build(),
                patch("updateImagePolicy", "/v1/operator/image-policy", "Decide what is asked of images")
                        .by(Access.OPERATOR)
                        .takes(ImagePolicyPatch.class)
                        .answers(ImagePolicy.class)
                        .guarded()
                        .cli(
                                "dvce",
                                "image-policy",
                                "update",
                                POLICY,
                                "dvce image-policy update --signatures REQUIRED",
                                "dvce image-policy update --signatures OPTIONAL",
                                "dvce image-policy get")
                        .build());
    }
}
