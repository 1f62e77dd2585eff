package no.dataverket.contract.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which service takes a command or answers a query, and under which name.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Message {

    /// A question that every service answers for itself.
    String ANY = "*";

    /// The receiving service, or [#ANY].
    String service();

    /// Action or question, in kebab case.
    String name();

    /// Version of what the message means, which rises when an older receiver would misunderstand it. New fields
    /// that may be ignored don't raise it. A receiver puts what is newer than it knows into dead letters.
    int version() default 1;
}
