/// Heartbeats, and what is known of the services that this one depends on.
@NullMarked
package no.dataverket.core.health;

import org.jspecify.annotations.NullMarked;
