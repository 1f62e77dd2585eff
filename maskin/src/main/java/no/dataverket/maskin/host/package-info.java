/// Hypervisor hosts: their registration, their capacity, the runtimes that reach them.
///
/// A host promises what its operator gives, or what follows from what it has: four vcpus for each processor,
/// for machines rarely use theirs at the same time; and its memory but for 1 GiB (a quarter of a small host)
/// that it keeps for itself. Memory is never promised twice. The note of a registration says how the numbers
/// came about.
///
/// How a host runs guests, by the processor or by emulation, is found by its driver, which tries.
@NullMarked
package no.dataverket.maskin.host;

import org.jspecify.annotations.NullMarked;
