/// Placeholder until the first class arrives.
@NullMarked
package no.dataverket.sentral;

import org.jspecify.annotations.NullMarked;
