/// Turns the OpenAPI document into the Java SDK: records, typed calls and the table of operations. Runs in
/// the build of the SDK only.
@NullMarked
package no.dataverket.sdk.generator;

import org.jspecify.annotations.NullMarked;
