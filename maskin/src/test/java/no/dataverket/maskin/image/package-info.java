@NullMarked
package no.dataverket.maskin.image;

import org.jspecify.annotations.NullMarked;
