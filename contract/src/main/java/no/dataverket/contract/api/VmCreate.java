package no.dataverket.contract.api;

import java.util.List;
import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Creates a virtual machine and starts it.
public record VmCreate(
        @Field(
                value = "Name, unique in the environment; the guest's host name.",
                pattern = Names.PATTERN,
                example = "web-1")
        String name,

        @Field("Tenant, by name or identifier; may be left out by an actor of one tenant.") @Nullable
        String tenant,

        @Field(value = "Project, by name or identifier.", example = "shop")
        String project,

        @Field(value = "Environment, by name or identifier.", example = "prod")
        String environment,

        @Field(value = "Datacenter.", example = "lab1") String datacenter,

        @Field(
                value = "Image: a family for its newest version, family@version, family:channel, or an identifier.",
                example = "debian-12")
        String image,

        @Field(
                value = "Shape, by name or identifier; it says what vcpus, memory_mib and disk_gib would say.",
                example = "standard-2")
        @Nullable
        String shape,

        @Field(value = "Virtual CPUs.", min = 1, max = 256, defaultsTo = "1") @Nullable
        Integer vcpus,

        @Field(value = "Memory, MiB.", min = 64, max = 4_194_304, defaultsTo = "the image's least memory") @Nullable
        Integer memoryMib,

        @Field(
                value = "Size of the root disk, GiB.",
                min = 1,
                max = 65_536,
                defaultsTo = "the image's size, rounded up")
        @Nullable
        Integer diskGib,

        @Field(value = "Networks to attach, in the order of the interfaces.", min = 1, max = 8)
        List<NetworkAttachment> networks,

        @Field(value = "OpenSSH public keys that may log in.", max = 32) @Nullable
        List<String> sshAuthorizedKeys,

        @Field(
                value = "Given to the guest at first boot: a script (#!) or #cloud-config.",
                behavior = Field.Behavior.INPUT_ONLY,
                max = 65_536)
        @Nullable
        String userData,

        @Field(value = "Labels.", max = 64) @Nullable Map<String, String> labels,

        @Field(value = "Refuses deletion while true.", defaultsTo = "false") @Nullable
        Boolean deletionProtection,

        @Field(
                value = "Machines of the environment that name the same group are kept apart.",
                pattern = Names.PATTERN,
                example = "web")
        @Nullable
        String placementGroup,

        @Field(
                value = "How the placement group is kept apart; all of its machines say the same, or nothing.",
                max = 4,
                defaultsTo = "what the group has; else on different hypervisors where that goes")
        @Nullable
        List<SpreadRule> spread,

        @Field(value = "Refuses a place if no second hypervisor has room to restart the machine.", defaultsTo = "false")
        @Nullable
        Boolean restartable,

        @Field(
                value = "Jurisdictions that will do, as hypervisors name theirs.",
                pattern = Names.LABEL,
                max = 16,
                defaultsTo = "any")
        @Nullable
        List<String> residency) {

    /// One network to attach.
    public record NetworkAttachment(
            @Field(value = "Network, by name or identifier.", example = "app-net")
            String network,

            @Field(value = "Address wanted.", defaultsTo = "a free one") @Nullable
            String address) {}
}
