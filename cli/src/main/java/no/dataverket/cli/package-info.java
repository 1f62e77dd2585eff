/// The command line: one program under the names dv, dvid, dvce and dvnet. Its startup time is part of its
/// promise: nothing is built, read or parsed before it is needed.
@NullMarked
package no.dataverket.cli;

import org.jspecify.annotations.NullMarked;
