package no.dataverket.lab.hypervisor;

import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RuntimeHint;
import no.dataverket.maskin.runtime.VmId;

/// What happens on a simulated host without the platform's doing. Asking for what can't be, such as the crash
/// of a VM that doesn't run, is a mistake in the test and fails.
public final class Backdoor {

    private final SimulatedHost host;
    private final Faults faults;

    Backdoor(SimulatedHost host, Faults faults) {
        this.host = host;
        this.faults = faults;
    }

    /// The VM's process dies.
    public void crash(VmId vm) {
        end(vm, Power.CRASHED);
    }

    /// The guest shuts itself down.
    public void shutDown(VmId vm) {
        end(vm, Power.OFF);
    }

    /// Someone pauses the VM.
    public void pause(VmId vm) {
        requireActive(vm);
        host.happen(vm, new Event.PowerChanged(vm, Power.PAUSED));
    }

    /// Someone starts the VM, past all revisions.
    public void start(VmId vm) {
        host.locked(state -> {
            var known = state.find(vm);
            if (known == null || known.definition == null || known.run != null) {
                throw new IllegalStateException("VM " + vm + " can't be started on " + host.hostname());
            }
            host.happen(vm, new Event.Started(vm, state.nextRuntimeId(), host.now()));
            return known;
        });
    }

    /// Someone undefines the VM's domain. Its files are left.
    public void undefine(VmId vm) {
        host.locked(state -> {
            var known = state.defined(vm);
            if (known.run != null) {
                host.happen(vm, new Event.Ended(vm, Power.OFF, host.now()));
            }
            host.happen(vm, new Event.Undefined(vm));
            return known;
        });
    }

    /// Someone destroys the VM and its files. No tombstone is left.
    public void vanish(VmId vm) {
        host.locked(state -> {
            var known = state.find(vm);
            if (known == null) {
                throw new IllegalStateException("VM " + vm + " isn't on " + host.hostname());
            }
            if (known.run != null) {
                host.happen(vm, new Event.Ended(vm, Power.OFF, host.now()));
            }
            host.happen(vm, new Event.Vanished(vm));
            return known;
        });
    }

    /// The guest stops listening to shutdown requests, or listens again.
    public void deafen(VmId vm, boolean deaf) {
        host.locked(state -> {
            if (state.find(vm) == null) {
                throw new IllegalStateException("VM " + vm + " isn't on " + host.hostname());
            }
            host.happen(vm, new Event.GuestChanged(vm, deaf));
            return deaf;
        });
    }

    /// Someone makes a domain that isn't ours.
    public void addForeign(String name) {
        host.happenElsewhere(new Event.ForeignSeen(name));
    }

    /// Someone takes it away again.
    public void removeForeign(String name) {
        host.happenElsewhere(new Event.ForeignGone(name));
    }

    /// The host loses its power: its VMs end, and it no longer answers. When it answers again, its VMs are
    /// off.
    public void cutPower() {
        faults.unreachable(true);
        endAll();
    }

    void endAll() {
        host.locked(state -> {
            state.active().forEach(vm -> host.happen(vm, new Event.Ended(vm, Power.OFF, host.now())));
            return state;
        });
    }

    /// The host no longer answers. Its VMs run on.
    public void cutOff() {
        faults.unreachable(true);
    }

    /// The host answers again.
    public void reconnect() {
        faults.unreachable(false);
        host.hints().send(new RuntimeHint.Resync("the simulated host answers again"));
    }

    private void end(VmId vm, Power power) {
        requireActive(vm);
        host.happen(vm, new Event.Ended(vm, power, host.now()));
    }

    private void requireActive(VmId vm) {
        host.locked(state -> {
            var known = state.find(vm);
            if (known == null || known.run == null) {
                throw new IllegalStateException("VM " + vm + " isn't active on " + host.hostname());
            }
            return known;
        });
    }
}
