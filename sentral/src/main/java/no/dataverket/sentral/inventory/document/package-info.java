/// The inventory as a YAML document, read with every fault at once and written so that it reads the same.
@NullMarked
package no.dataverket.sentral.inventory.document;

import org.jspecify.annotations.NullMarked;
