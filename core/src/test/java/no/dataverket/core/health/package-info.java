@NullMarked
package no.dataverket.core.health;

import org.jspecify.annotations.NullMarked;
