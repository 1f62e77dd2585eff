package no.dataverket.contract.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which service takes a command or answers a query, and under which name.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Message {

    /// The receiving service.
    String service();

    /// Action or question, in kebab case.
    String name();
}
