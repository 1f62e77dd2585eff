package no.dataverket.maskin.evaluation;

import java.util.Set;
import no.dataverket.maskin.runtime.VmId;

/// A host on which nothing can be let happen.
final class NoIncidents implements Incidents {

    @Override
    public Set<Incident> possible() {
        return Set.of();
    }

    @Override
    public void crash(VmId vm) {
        throw impossible(Incident.CRASH);
    }

    @Override
    public void pause(VmId vm) {
        throw impossible(Incident.PAUSE);
    }

    @Override
    public void addForeign(String name) {
        throw impossible(Incident.FOREIGN_MACHINE);
    }

    @Override
    public void removeForeign(String name) {
        throw impossible(Incident.FOREIGN_MACHINE);
    }

    @Override
    public void disconnect() {
        throw impossible(Incident.DISCONNECTION);
    }

    @Override
    public void reconnect() {
        throw impossible(Incident.DISCONNECTION);
    }

    private static Obstacle impossible(Incident incident) {
        return new Obstacle(incident + " can't be let happen here");
    }
}
