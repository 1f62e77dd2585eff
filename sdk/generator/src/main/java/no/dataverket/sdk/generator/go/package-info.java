/// The SDK's generated half in Go.
@NullMarked
package no.dataverket.sdk.generator.go;

import org.jspecify.annotations.NullMarked;
