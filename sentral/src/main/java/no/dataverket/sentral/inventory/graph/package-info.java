/// How elements hang together, and what goes with what.
@NullMarked
package no.dataverket.sentral.inventory.graph;

import org.jspecify.annotations.NullMarked;
