@NullMarked
package no.dataverket.sentral.tenancy;

import org.jspecify.annotations.NullMarked;
