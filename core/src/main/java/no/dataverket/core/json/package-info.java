/// JSON as the platform writes it, and the check of a body against its declaration.
@NullMarked
package no.dataverket.core.json;

import org.jspecify.annotations.NullMarked;
