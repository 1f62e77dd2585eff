/// Datacenters and resources: what is wanted, and what was last known to be true.
@NullMarked
package no.dataverket.sentral.inventory;

import org.jspecify.annotations.NullMarked;
