@NullMarked
package no.dataverket.nett.host;

import org.jspecify.annotations.NullMarked;
