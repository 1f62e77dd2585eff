@NullMarked
package no.dataverket.sentral.inventory.document;

import org.jspecify.annotations.NullMarked;
