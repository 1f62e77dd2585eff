/// Turns the OpenAPI document into the SDK: models and typed calls in each language, and for Java the table of
/// operations. [Contract] is what the document says; each language below spells it.
@NullMarked
package no.dataverket.sdk.generator;

import org.jspecify.annotations.NullMarked;
