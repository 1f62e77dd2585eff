/// The command that evaluates a runtime on a host: before the host is registered, without database and
/// bus, and with nothing left on it afterwards.
@NullMarked
package no.dataverket.server.evaluation;

import org.jspecify.annotations.NullMarked;
