/// Runs the usual commands once while the build watches, so that the JDK can store what it loaded and linked
/// (JEP 483).
@NullMarked
package no.dataverket.cli.rehearsal;

import org.jspecify.annotations.NullMarked;
