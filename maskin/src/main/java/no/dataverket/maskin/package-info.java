/// Placeholder until the first class arrives.
@NullMarked
package no.dataverket.maskin;

import org.jspecify.annotations.NullMarked;
