/// The few commands that are written by hand.
@NullMarked
package no.dataverket.cli.builtin;

import org.jspecify.annotations.NullMarked;
