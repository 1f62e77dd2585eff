package no.dataverket.contract.api;

import java.util.List;
import no.dataverket.contract.Field;
import org.jspecify.annotations.Nullable;

/// One page of a list. There is no total: it would be wrong by the time it is read.
public record Page<T>(
        @Field("The resources, oldest first.") List<T> items,

        @Field("Send this as page_token for the next page; absent on the last.") @Nullable
        String nextPageToken,

        @Field("What did not answer, so that the list may be incomplete.") @Nullable
        List<String> unreachable) {}
