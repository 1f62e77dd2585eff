package no.dataverket.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a field of a request that is on its way out. Requests that still send it are answered with the headers
/// `Deprecation` (RFC 9745) and `Sunset` (RFC 8594), and the document says so.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Deprecation {

    /// From when it is deprecated, as `2027-01-31`.
    String since();

    /// When it stops being taken; a year after `since` or later.
    String sunset();

    /// What to use.
    String instead();
}
