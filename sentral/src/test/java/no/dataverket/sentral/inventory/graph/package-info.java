@NullMarked
package no.dataverket.sentral.inventory.graph;

import org.jspecify.annotations.NullMarked;
