/// Placeholder until the first class arrives.
@NullMarked
package no.dataverket.lab;

import org.jspecify.annotations.NullMarked;
