package no.dataverket.contract.api;

import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// How to stop a machine.
public record VmStop(
        @Field(value = "Cut the power at once instead of asking the guest first.", defaultsTo = "false") @Nullable
        Boolean force) {}
