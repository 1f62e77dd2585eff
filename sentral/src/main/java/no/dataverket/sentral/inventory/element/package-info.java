/// Elements: what is declared to be there, by kind, key and fields, and what of it is trusted.
@NullMarked
package no.dataverket.sentral.inventory.element;

import org.jspecify.annotations.NullMarked;
