@NullMarked
package no.dataverket.sdk.generator;

import org.jspecify.annotations.NullMarked;
