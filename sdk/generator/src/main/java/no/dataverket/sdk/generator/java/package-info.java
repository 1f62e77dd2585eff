/// The SDK's generated half in Java.
@NullMarked
package no.dataverket.sdk.generator.java;

import org.jspecify.annotations.NullMarked;
