/// The checks, by what they are about. Each is a method that drives the runtime through one promise.
@NullMarked
package no.dataverket.maskin.evaluation.check;

import org.jspecify.annotations.NullMarked;
