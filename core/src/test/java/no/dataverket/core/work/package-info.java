@NullMarked
package no.dataverket.core.work;

import org.jspecify.annotations.NullMarked;
