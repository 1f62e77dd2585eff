@NullMarked
package no.dataverket.maskin.host;

import org.jspecify.annotations.NullMarked;
