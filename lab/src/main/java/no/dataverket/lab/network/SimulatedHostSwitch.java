package no.dataverket.lab.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.dataverket.contract.Id;
import no.dataverket.nett.host.Capability;
import no.dataverket.nett.host.HostObservation;
import no.dataverket.nett.host.HostObservation.ObservedNetwork;
import no.dataverket.nett.host.HostObservation.ObservedPort;
import no.dataverket.nett.host.HostPolicy;
import no.dataverket.nett.host.HostSwitch;
import no.dataverket.nett.host.NetworkIntent;
import no.dataverket.nett.host.SwitchAway;
import no.dataverket.nett.host.SwitchRefused;
import org.jspecify.annotations.Nullable;

/// A switch in memory that keeps the rules of a real one, and fails as it is told to.
public final class SimulatedHostSwitch implements HostSwitch {

    private final String name;
    private final Map<Id, ObservedNetwork> networks = new TreeMap<>();
    private final Map<String, ObservedPort> ports = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private @Nullable HostPolicy policy;
    private boolean unreachable;
    private int failures;
    private Duration delay = Duration.ZERO;

    public SimulatedHostSwitch(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String bridge() {
        return "br-int";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public HostObservation observe() {
        reach("observe");
        synchronized (this) {
            var foreign = ports.values().stream()
                    .filter(port -> !port.device().startsWith("dvt"))
                    .map(port -> "port " + port.device())
                    .toList();
            return new HostObservation(
                    List.copyOf(networks.values()),
                    List.copyOf(ports.values()),
                    policy == null ? null : policy.digest(),
                    foreign,
                    List.of());
        }
    }

    @Override
    public void setPolicy(HostPolicy wanted) {
        reach("setPolicy");
        synchronized (this) {
            policy = wanted;
        }
    }

    @Override
    public void ensureNetwork(NetworkIntent network) {
        reach("ensureNetwork " + network.id());
        synchronized (this) {
            boolean taken = networks.values().stream()
                    .anyMatch(other ->
                            other.vlan() == network.vlan() && !other.id().equals(network.id()));
            if (taken) {
                throw new SwitchRefused("VLAN " + network.vlan() + " is another network's");
            }
            networks.put(
                    network.id(),
                    new ObservedNetwork(
                            network.id(),
                            network.vlan(),
                            network.gateway() + "/" + network.prefix().length(),
                            network.mtu(),
                            true));
        }
    }

    @Override
    public void removeNetwork(Id network) {
        reach("removeNetwork " + network);
        synchronized (this) {
            networks.remove(network);
        }
    }

    @Override
    public void tagPort(String device, int vlan) {
        reach("tagPort " + device);
        synchronized (this) {
            ports.computeIfPresent(device, (same, port) -> new ObservedPort(device, vlan, port.mac()));
        }
    }

    /// Plugs a machine's port in, as a hypervisor does.
    public synchronized void plug(String device, int vlan, @Nullable String mac) {
        ports.put(device, new ObservedPort(device, vlan, mac));
    }

    /// Pulls a port out.
    public synchronized void unplug(String device) {
        ports.remove(device);
    }

    /// Loses a network's gateway behind everybody's back.
    public synchronized void lose(Id network) {
        networks.computeIfPresent(network, (id, was) -> new ObservedNetwork(id, was.vlan(), null, was.mtu(), false));
    }

    /// Loses the packet filter's rules behind everybody's back.
    public synchronized void losePolicy() {
        policy = null;
    }

    /// Stops answering, or answers again.
    public synchronized void unreachable(boolean away) {
        unreachable = away;
    }

    /// Fails as many of the next calls as if it were away.
    public synchronized void failNext(int calls) {
        failures = calls;
    }

    /// Takes its time for every call.
    public synchronized void slow(Duration each) {
        delay = each;
    }

    /// What was asked of it so far, in order.
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private void reach(String call) {
        Duration wait;
        synchronized (this) {
            calls.add(call);
            wait = delay;
        }
        try {
            Thread.sleep(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SwitchAway(name, "interrupted");
        }
        synchronized (this) {
            if (unreachable) {
                throw new SwitchAway(name, "simulated to be unreachable");
            }
            if (failures > 0) {
                failures--;
                throw new SwitchAway(name, "simulated to fail once");
            }
        }
    }
}
