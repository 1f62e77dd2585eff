/// Placeholder until the first class arrives.
@NullMarked
package no.dataverket.cli;

import org.jspecify.annotations.NullMarked;
