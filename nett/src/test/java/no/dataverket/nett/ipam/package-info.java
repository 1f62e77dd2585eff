@NullMarked
package no.dataverket.nett.ipam;

import org.jspecify.annotations.NullMarked;
