/// Placeholder until the first class arrives.
@NullMarked
package no.dataverket.identitet;

import org.jspecify.annotations.NullMarked;
