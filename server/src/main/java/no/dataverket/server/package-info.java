/// Placeholder until the first class arrives.
@NullMarked
package no.dataverket.server;

import org.jspecify.annotations.NullMarked;
