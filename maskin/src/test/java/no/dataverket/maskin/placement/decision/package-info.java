@NullMarked
package no.dataverket.maskin.placement.decision;

import org.jspecify.annotations.NullMarked;
