@NullMarked
package no.dataverket.sentral.audit;

import org.jspecify.annotations.NullMarked;
