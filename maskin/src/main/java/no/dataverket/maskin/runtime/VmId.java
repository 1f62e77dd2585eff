package no.dataverket.maskin.runtime;

import java.util.UUID;

/// Names one virtual machine everywhere: in the platform's records and, as the domain's UUID, in the
/// hypervisor.
public record VmId(UUID value) {

    private static final int TAIL_LENGTH = 12;

    /// A new random id.
    public static VmId random() {
        return new VmId(UUID.randomUUID());
    }

    /// Reads the canonical text form.
    ///
    /// @throws IllegalArgumentException when the text isn't a UUID
    public static VmId parse(String text) {
        return new VmId(UUID.fromString(text));
    }

    /// The name that the hypervisor shows: `dv-` and the last twelve digits, which are random in every UUID
    /// version that the platform makes (the first ones of a time-ordered UUID are not).
    public String domainName() {
        return "dv-" + tail(TAIL_LENGTH);
    }

    /// The last `digits` hexadecimal digits.
    String tail(int digits) {
        var text = value.toString().replace("-", "");
        return text.substring(text.length() - digits);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
