package no.dataverket.maskin.vm;

import java.time.Duration;

/// How long sessions at consoles last.
///
/// @param idle until one ends in which nobody types
/// @param unread until one ends that nobody reads
/// @param look how often each is looked at
public record ConsolePace(Duration idle, Duration unread, Duration look) {

    /// A quarter of an hour to think, a minute to come back after the line was cut.
    public static ConsolePace usual() {
        return new ConsolePace(Duration.ofMinutes(15), Duration.ofMinutes(1), Duration.ofSeconds(1));
    }
}
