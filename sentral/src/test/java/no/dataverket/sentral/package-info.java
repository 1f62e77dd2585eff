@NullMarked
package no.dataverket.sentral;

import org.jspecify.annotations.NullMarked;
