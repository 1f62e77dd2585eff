/// Placeholder until the first class arrives.
@NullMarked
package no.dataverket.contract;

import org.jspecify.annotations.NullMarked;
