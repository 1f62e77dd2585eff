@NullMarked
package no.dataverket.sdk.operation;

import org.jspecify.annotations.NullMarked;
