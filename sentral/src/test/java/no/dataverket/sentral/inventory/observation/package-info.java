@NullMarked
package no.dataverket.sentral.inventory.observation;

import org.jspecify.annotations.NullMarked;
