@NullMarked
package no.dataverket.maskin.placement;

import org.jspecify.annotations.NullMarked;
