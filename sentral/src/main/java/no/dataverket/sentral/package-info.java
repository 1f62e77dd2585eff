/// The control plane: system of record, orchestrator and public API. Its bounded contexts are packages, each
/// with its own schema.
@NullMarked
package no.dataverket.sentral;

import org.jspecify.annotations.NullMarked;
