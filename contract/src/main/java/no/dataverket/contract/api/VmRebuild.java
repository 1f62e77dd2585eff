package no.dataverket.contract.api;

import java.util.List;
import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// Makes a machine anew on an empty root disk. It keeps its identity, its size, its interfaces and their
/// addresses; what was on its root disk is lost, and it starts without the user data of its creation, which
/// nobody keeps.
public record VmRebuild(
        @Field(
                value = "Image: a family for its newest version, family@version, or an identifier.",
                example = "debian-12",
                defaultsTo = "the image version that it has")
        @Nullable
        String image,

        @Field(value = "OpenSSH public keys that may log in.", max = 32, defaultsTo = "those that it has") @Nullable
        List<String> sshAuthorizedKeys) {}
