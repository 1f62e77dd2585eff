package no.dataverket.maskin.placement.decision;

/// How far machines can be apart: what fails together when a host, a rack, a power feed or a room fails.
public enum Level {
    HOST("host"),
    RACK("rack"),
    POWER("power feed"),
    ROOM("room");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    /// As people call it.
    public String words() {
        return words;
    }
}
