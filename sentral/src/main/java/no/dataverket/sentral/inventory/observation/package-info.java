/// What was seen, and how it differs from what is declared.
@NullMarked
package no.dataverket.sentral.inventory.observation;

import org.jspecify.annotations.NullMarked;
