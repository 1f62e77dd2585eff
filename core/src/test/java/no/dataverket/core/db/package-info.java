@NullMarked
package no.dataverket.core.db;

import org.jspecify.annotations.NullMarked;
