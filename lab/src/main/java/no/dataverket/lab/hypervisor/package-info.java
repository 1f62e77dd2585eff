/// Simulated hypervisors: hosts that keep virtual machines in memory, and in a journal if they shall outlive
/// the process, with faults on request and a record of every run.
///
/// [SimulatedHypervisors] makes a fleet; [SimulatedRuntime] is one host.
@NullMarked
package no.dataverket.lab.hypervisor;

import org.jspecify.annotations.NullMarked;
