/// IPv4 addresses and prefixes, and the arithmetic on them.
@NullMarked
package no.dataverket.nett.address;

import org.jspecify.annotations.NullMarked;
