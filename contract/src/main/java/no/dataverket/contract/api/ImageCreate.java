package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Registers an image version. The directory holds `image.json` and the files that it names; every file is
/// checked against the checksum given there and copied before the image becomes ready.
public record ImageCreate(
        @Field(value = "Family; what image.json says.", pattern = Names.PATTERN, example = "debian-12")
        String name,

        @Field(
                value = "Version; what image.json says.",
                pattern = "[0-9A-Za-z][0-9A-Za-z._-]{0,63}",
                example = "20261121")
        String version,

        @Field(value = "Datacenter.", example = "lab1") String datacenter,

        @Field(value = "Directory on the site's image host.", max = 1000, example = "/var/lib/images/debian-12")
        String source,

        @Field(value = "Refuses deletion while true.", defaultsTo = "false") @Nullable
        Boolean deletionProtection) {}
