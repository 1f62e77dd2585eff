package no.dataverket.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The kinds of thing that carry a public identifier, each with its prefix. A prefix is never reused for
/// another kind.
public enum IdKind {
    TENANT("tnt"),
    PROJECT("prj"),
    ENVIRONMENT("env"),
    DATACENTER("dc"),
    HYPERVISOR("hv"),
    IMAGE("img"),
    IMAGE_CHANNEL("ich"),
    IMAGE_KEY("iky"),
    NETWORK("net"),
    VM("vm"),
    VOLUME("vol"),
    SNAPSHOT("snap"),
    BACKUP("bkp"),
    TASK("task"),
    STEP("step"),
    AUDIT_ENTRY("aud"),
    APPROVAL("apr"),
    PRINCIPAL("usr"),
    TOKEN("tok"),
    PORT("port"),
    DEAD_LETTER("dl"),
    REQUEST("req"),
    EVENT("evt"),
    ELEMENT("elm"),
    INVENTORY_PLAN("ipl"),
    OBSERVATION("obs"),
    DRIFT("drf"),
    TRUST_CHANGE("tch"),
    SHAPE("shp"),
    CONSOLE("con");

    private static final Map<String, IdKind> BY_PREFIX =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(IdKind::prefix, kind -> kind));

    private final String prefix;

    IdKind(String prefix) {
        this.prefix = prefix;
    }

    /// The text before the underscore.
    public String prefix() {
        return prefix;
    }

    static Optional<IdKind> ofPrefix(String prefix) {
        return Optional.ofNullable(BY_PREFIX.get(prefix));
    }
}
