@NullMarked
package no.dataverket.nett.address;

import org.jspecify.annotations.NullMarked;
