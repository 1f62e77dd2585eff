package no.dataverket.contract.api;

import no.dataverket.contract.Field;

/// Makes a volume larger. It never gets smaller.
public record VolumeGrow(
        @Field(value = "Size that it shall have, GiB.", min = 1, max = 65_536)
        int sizeGib) {}
