/// A load on a real server over simulated hypervisors, measured beside what PostgreSQL and NATS do at most on
/// the same machine.
@NullMarked
package no.dataverket.bench;

import org.jspecify.annotations.NullMarked;
