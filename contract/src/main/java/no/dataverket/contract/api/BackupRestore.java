package no.dataverket.contract.api;

import java.util.Map;
import no.dataverket.contract.Field;
import no.dataverket.contract.Names;
import org.jspecify.annotations.Nullable;

/// Makes a new volume from a backup, in the backup's environment and datacenter.
public record BackupRestore(
        @Field(
                value = "Name of the new volume, unique in the environment.",
                pattern = Names.PATTERN,
                example = "db-data-restored")
        String name,

        @Field(value = "Labels of the new volume.", max = 64) @Nullable
        Map<String, String> labels,

        @Field(value = "Whether the new volume refuses deletion.", defaultsTo = "false") @Nullable
        Boolean deletionProtection) {}
