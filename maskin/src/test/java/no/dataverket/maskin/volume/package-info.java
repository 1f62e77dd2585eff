@NullMarked
package no.dataverket.maskin.volume;

import org.jspecify.annotations.NullMarked;
