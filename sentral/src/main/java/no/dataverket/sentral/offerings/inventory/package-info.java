/// The inventory's part of the public API. Operators only.
@NullMarked
package no.dataverket.sentral.offerings.inventory;

import org.jspecify.annotations.NullMarked;
