/// PostgreSQL and nats-server as child processes of one server, for a laptop, a lab or a test.
@NullMarked
package no.dataverket.core.local;

import org.jspecify.annotations.NullMarked;
