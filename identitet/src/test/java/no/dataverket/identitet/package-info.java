/// Identitet on a real database and a real bus.
@NullMarked
package no.dataverket.identitet;

import org.jspecify.annotations.NullMarked;
