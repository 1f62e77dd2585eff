@NullMarked
package no.dataverket.maskin.claim;

import org.jspecify.annotations.NullMarked;
