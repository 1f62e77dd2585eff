@NullMarked
package no.dataverket.bench;

import org.jspecify.annotations.NullMarked;
