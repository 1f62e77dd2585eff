@NullMarked
package no.dataverket.core.limit;

import org.jspecify.annotations.NullMarked;
