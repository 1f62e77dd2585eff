@NullMarked
package no.dataverket.sentral.inventory;

import org.jspecify.annotations.NullMarked;
