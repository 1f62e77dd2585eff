/// Placeholder until the first class arrives.
@NullMarked
package no.dataverket.nett;

import org.jspecify.annotations.NullMarked;
