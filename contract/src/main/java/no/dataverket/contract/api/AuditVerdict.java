package no.dataverket.contract.api;

import java.util.List;
import no.dataverket.contract.Field;
import no.dataverket.contract.Id;
import org.jspecify.annotations.Nullable;

/// What a check of the whole audit log found.
public record AuditVerdict(
        @Field("Whether every record is there, unchanged and in its place.")
        boolean intact,

        @Field("Records that were looked at.") long records,
        @Field("The chains as they were looked at.") List<AuditChain> chains,
        @Field("What is wrong, at most 1000 of them.") List<Flaw> flaws) {

    /// One record, or run of records, that is not as it was written.
    public record Flaw(
            @Field("What is wrong.") Trouble trouble,
            @Field("Chain.") int chain,

            @Field("Place in the chain; of a run, the first.")
            long position,

            @Field("The entry, where there is one to name.") @Nullable
            Id entry,

            @Field("What was found and what was expected.") String detail) {}

    /// Ways in which a log can be tampered with.
    public enum Trouble {
        /// Records were taken away.
        MISSING,
        /// A record is not what was hashed.
        ALTERED,
        /// A record does not follow the one before it: one of them was moved or replaced.
        REORDERED
    }
}
