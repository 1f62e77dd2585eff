package no.dataverket.maskin.evaluation;

import java.util.Set;
import no.dataverket.maskin.runtime.VmId;

/// Lets things happen on a host past the runtime, to see how that bears them. They happen to machines of
/// the evaluation only, and whatever is made here is taken away again. What can't be done ends in an
/// [Obstacle].
public interface Incidents {

    /// What can be let happen; checks that need more are not carried out.
    Set<Incident> possible();

    /// Kills the machine's process.
    void crash(VmId vm);

    /// Pauses the machine. A paused guest doesn't listen.
    void pause(VmId vm);

    /// Makes a machine that isn't ours. It needs not run.
    void addForeign(String name);

    /// Takes it away again.
    void removeForeign(String name);

    /// Breaks the connection between runtime and hypervisor; machines run on.
    void disconnect();

    /// Lets the runtime reach the hypervisor again.
    void reconnect();

    /// Of a host on which nothing can be let happen.
    static Incidents none() {
        return new NoIncidents();
    }
}
