/// The decision where a machine goes, without any input or output: facts and a wish go in, a decision comes out,
/// and the same facts and wish give the same decision. What it costs does not depend on a database, and whether it
/// holds is for the reservation to say.
@NullMarked
package no.dataverket.maskin.placement.decision;

import org.jspecify.annotations.NullMarked;
