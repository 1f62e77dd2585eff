package no.dataverket.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes one component of a contract record. The same declaration is checked on every request and printed
/// into the OpenAPI document. A component is required unless it is `@Nullable`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {

    /// What the field means, with its unit.
    String value();

    /// Who may write it, and when.
    Behavior behavior() default Behavior.MUTABLE;

    /// A regular expression that the whole text matches; for lists, each element.
    String pattern() default "";

    /// Smallest number, or fewest characters, elements or entries.
    long min() default Long.MIN_VALUE;

    /// Largest number, or most characters, elements or entries.
    long max() default Long.MAX_VALUE;

    /// An example, as JSON text where the type is not a string.
    String example() default "";

    /// What the server does where the field is absent; prose.
    String defaultsTo() default "";

    /// Field behaviours of AIP-203.
    enum Behavior {
        MUTABLE,
        IMMUTABLE,
        INPUT_ONLY,
        OUTPUT_ONLY
    }
}
