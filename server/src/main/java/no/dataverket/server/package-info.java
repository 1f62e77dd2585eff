/// The process: it picks services, wires them by constructors, and starts what they stand on where the
/// machine has none.
@NullMarked
package no.dataverket.server;

import org.jspecify.annotations.NullMarked;
