/// The SDK's generated half in TypeScript.
@NullMarked
package no.dataverket.sdk.generator.typescript;

import org.jspecify.annotations.NullMarked;
