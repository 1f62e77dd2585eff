/// What the process was started in, and how it ends.
@NullMarked
package no.dataverket.cli.process;

import org.jspecify.annotations.NullMarked;
