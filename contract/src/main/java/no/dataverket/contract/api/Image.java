package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// One immutable version of an operating system image, in one datacenter.
public record Image(
        @Field("Identifier.") Id id,
        @Field(value = "Family.", example = "debian-12") String name,

        @Field(value = "Version; with the name it never means anything else.", example = "20261121")
        String version,

        @Field("Datacenter that holds it.") String datacenter,
        @Field(value = "Architecture.", example = "x86_64") String architecture,

        @Field(value = "Operating system.", example = "debian")
        String os,

        @Field("SHA-256 of the disk, hexadecimal.") String sha256,

        @Field("SHA-256 of all that a machine gets of it, hexadecimal: the same in each datacenter.") @Nullable
        String digest,

        @Field("Size of the disk file, bytes.") long sizeBytes,

        @Field("Size of the disk that the guest sees, bytes.")
        long virtualSizeBytes,

        @Field("Least memory that a guest needs, MiB.") int minMemoryMib,
        @Field("User that ssh keys are for.") @Nullable String defaultUser,

        @Field("Where it comes from, if its manifest says so.") @Nullable
        ImageProvenance provenance,

        @Field("Who stands for it.") ImageSignature signature,

        @Field(value = "Channels that lead to it.", example = "[\"debian-12:stable\"]")
        List<String> channels,

        @Field("Where else the version is, this datacenter included.")
        List<ImageReplica> replicas,

        @Field("Whether nothing new may be made from it.") boolean retired,
        @Field("Why it is retired.") @Nullable String retiredReason,
        @Field("Refuses deletion while true.") boolean deletionProtection,
        @Field("Rises with each change.") long generation,
        @Field("Phase.") Phase phase,
        @Field("Conditions.") List<Condition> conditions,
        @Field("When it was registered.") Instant createdAt) {}
