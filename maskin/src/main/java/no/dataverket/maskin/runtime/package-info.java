/// Virtual machines on a host: the interface that Maskin drives, [VmRuntime], and what it speaks of.
///
/// Two drivers come with the platform and keep the same promises, those of the checks in
/// `no.dataverket.maskin.evaluation`: libvirt (in the sub-package) and a simulated hypervisor (in the lab
/// module).
///
/// ## Writing a third driver
///
/// 1. **Implement [VmRuntime] for one host.** The caller has one instance for each host and shares it among
///    threads. Take whatever is needed to reach the host in the constructor or in an `open` method; fail there
///    with [RuntimeFailure.Kind#UNREACHABLE], saying what is missing and how to get it.
/// 2. **Keep our facts in the hypervisor**, next to the VM: id, name, [Owner], [Revision],
///    [VmDefinition#specHash] and [VmDefinition#coldHash], the last reboot's token. The driver keeps no state
///    of its own that can't be rebuilt: a process that's killed and started again must answer the same. A VM
///    without these facts isn't ours and must never be changed.
/// 3. **Use the VM's id as the hypervisor's id** and look up by it alone. Names are for people.
/// 4. **Compare before changing.** Every operation first reads the revision that's held: lower in the request
///    means [StaleWriter]; higher means that it's stored with the change. Removal leaves the revision behind as
///    a tombstone, because there's no VM left to carry it; at the same or a lower revision, later calls are
///    refused.
/// 5. **Idempotence by state and error code.** After an error that says "is already so", read the state again;
///    don't parse messages. Translate each error into one [RuntimeFailure.Kind]; add none.
/// 6. **Give every call to the hypervisor a time limit.** A limit that's reached is
///    [RuntimeFailure.Kind#TIMEOUT]; a lost connection is [RuntimeFailure.Kind#UNREACHABLE]. Neither is ever an
///    answer about a VM. Reconnect by yourself, and send [RuntimeHint.Resync] when you have.
/// 7. **Hints are cheap.** [Hints] delivers them. Send one too many rather than one too few; never do work on
///    the hypervisor's event thread.
/// 8. **Declare capabilities truthfully** in [VmRuntime#capabilities]; checks skip what isn't declared.
/// 9. **Have it checked**: depend on this module's test-jar, extend `VmRuntimeConformance`, and give it a
///    runtime, a guest and the few incidents that it asks for (crash a VM, cut the connection). A driver
///    is done when all is green against the real thing.
@NullMarked
package no.dataverket.maskin.runtime;

import org.jspecify.annotations.NullMarked;
