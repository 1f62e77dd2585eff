/// What a second operator decides before others rely on it.
@NullMarked
package no.dataverket.sentral.inventory.trust;

import org.jspecify.annotations.NullMarked;
