/// The SDK's generated half in Python.
@NullMarked
package no.dataverket.sdk.generator.python;

import org.jspecify.annotations.NullMarked;
