@NullMarked
package no.dataverket.maskin.runtime;

import org.jspecify.annotations.NullMarked;
