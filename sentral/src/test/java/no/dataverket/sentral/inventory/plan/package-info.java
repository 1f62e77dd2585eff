@NullMarked
package no.dataverket.sentral.inventory.plan;

import org.jspecify.annotations.NullMarked;
