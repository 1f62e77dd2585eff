/// Traces, metrics and the context that ties logs to them.
@NullMarked
package no.dataverket.core.telemetry;

import org.jspecify.annotations.NullMarked;
