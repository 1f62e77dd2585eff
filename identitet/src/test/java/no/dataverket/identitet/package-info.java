@NullMarked
package no.dataverket.identitet;

import org.jspecify.annotations.NullMarked;
