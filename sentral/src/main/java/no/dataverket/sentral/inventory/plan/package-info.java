/// The way from the inventory as it is to what a document says: worked out, kept, applied once.
@NullMarked
package no.dataverket.sentral.inventory.plan;

import org.jspecify.annotations.NullMarked;
