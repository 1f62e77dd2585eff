/// What the public API offers, composed over the other contexts and the services.
@NullMarked
package no.dataverket.sentral.offerings;

import org.jspecify.annotations.NullMarked;
