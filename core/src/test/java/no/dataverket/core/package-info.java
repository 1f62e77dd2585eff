@NullMarked
package no.dataverket.core;

import org.jspecify.annotations.NullMarked;
