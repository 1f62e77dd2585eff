@NullMarked
package no.dataverket.maskin;

import org.jspecify.annotations.NullMarked;
