/// Simulated hypervisors: hosts that keep virtual machines in memory, and in a journal if they shall outlive
/// the process, with faults on request and a record of every run.
///
/// [SimulatedHypervisors] makes a fleet; [SimulatedRuntime] is one host. [SimulatedEstate] makes several sites in a
/// time of their own, in which what goes wrong follows from a seed.
@NullMarked
package no.dataverket.lab.hypervisor;

import org.jspecify.annotations.NullMarked;
