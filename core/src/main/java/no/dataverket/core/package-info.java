/// Placeholder until the first class arrives.
@NullMarked
package no.dataverket.core;

import org.jspecify.annotations.NullMarked;
