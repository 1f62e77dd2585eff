/// NATS: envelopes, streams, queries, the outbox that publishes what a transaction decided.
@NullMarked
package no.dataverket.core.bus;

import org.jspecify.annotations.NullMarked;
