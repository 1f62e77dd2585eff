/// Placeholder until the first class arrives.
@NullMarked
package no.dataverket.bench;

import org.jspecify.annotations.NullMarked;
