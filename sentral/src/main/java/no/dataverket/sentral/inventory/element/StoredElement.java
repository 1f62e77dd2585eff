package no.dataverket.sentral.inventory.element;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.inventory.Trust;
import org.jspecify.annotations.Nullable;

/// An element as it is kept.
///
/// @param trusted the fields on which others rely, as they were approved; null where nobody did
/// @param declaredBy principal who last declared one of these
/// @param confirmedAt when a complete observation last agreed
public record StoredElement(
        Id id,
        Element element,
        @Nullable SortedMap<String, String> trusted,
        @Nullable UUID declaredBy,
        @Nullable Instant confirmedAt) {

    public String key() {
        return element.key().toString();
    }

    /// How far the declaration may be relied on.
    public Trust trust() {
        if (trusted == null) {
            return confirmedAt == null ? Trust.DECLARED : Trust.OBSERVED;
        }
        return isTrusted() ? Trust.TRUSTED : Trust.PENDING_APPROVAL;
    }

    /// Whether all of it on which others rely is approved.
    public boolean isTrusted() {
        return element.sensitive().equals(trusted);
    }

    /// The element as others may rely on it: its trusted fields only. One that nobody approved has none.
    public Element reliedOn() {
        return new Element(element.key(), trusted == null ? new TreeMap<>() : trusted);
    }
}
