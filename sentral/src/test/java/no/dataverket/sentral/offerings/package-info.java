@NullMarked
package no.dataverket.sentral.offerings;

import org.jspecify.annotations.NullMarked;
