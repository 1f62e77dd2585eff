@NullMarked
package no.dataverket.nett;

import org.jspecify.annotations.NullMarked;
