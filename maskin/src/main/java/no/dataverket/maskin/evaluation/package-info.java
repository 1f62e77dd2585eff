/// Whether a VM runtime is fit for Dataverket: the criteria that were set for it, the checks that find
/// out by doing, and the score that comes of both.
///
/// A [Check] drives a [VmRuntime][no.dataverket.maskin.runtime.VmRuntime] through one of its promises and
/// leaves evidence. The drivers' own tests carry out the same checks as the command that an operator
/// calls.
@NullMarked
package no.dataverket.maskin.evaluation;

import org.jspecify.annotations.NullMarked;
