package no.dataverket.contract.api;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// What a machine's guest tells of itself through its agent (qemu-guest-agent). Nothing waits for it, and nothing is
/// decided by it: a guest may say what it likes.
public record VmGuest(
        @Field("ANSWERS; SILENT where there is an agent that does not answer; ABSENT where there is none.")
        AgentState agent,

        @Field("When it was so; it is looked at every few minutes, and told again at least once an hour.")
        Instant observedAt,

        @Field("Host name; null where it is not told.") @Nullable
        String hostname,

        @Field(value = "Operating system.", example = "Debian GNU/Linux 13 (trixie)") @Nullable
        String os,

        @Field("Release of the kernel.") @Nullable String kernel,
        @Field("Network interfaces as the guest has them.") List<GuestInterface> interfaces) {

    /// Whether there is somebody to ask.
    public enum AgentState {
        ANSWERS,
        SILENT,
        ABSENT
    }

    /// A network interface inside the guest.
    public record GuestInterface(
            @Field(value = "Name inside the guest.", example = "enp6s0")
            String name,

            @Field("Index of the machine's interface; null for one of the guest's own.") @Nullable
            Integer index,

            @Field("MAC address; null where it has none.") @Nullable
            String mac,

            @Field(value = "Addresses with the length of their prefix.", example = "[\"10.20.4.17/24\"]")
            List<String> addresses) {}
}
