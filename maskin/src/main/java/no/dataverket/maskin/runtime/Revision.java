package no.dataverket.maskin.runtime;

/// Says how new an intention is: the epoch of whoever owns the VM first, then the generation of its desired
/// state.
///
/// A runtime remembers the highest revision that it acted under, per VM, and refuses lower ones with
/// [StaleWriter]; a late command of a former owner or of a former desired state changes nothing.
public record Revision(long epoch, long generation) implements Comparable<Revision> {

    public Revision {
        if (epoch < 0 || generation < 0) {
            throw new IllegalArgumentException("revision " + epoch + "." + generation + " has a negative part");
        }
    }

    /// Reads what [#toString] writes.
    ///
    /// @throws IllegalArgumentException when the text isn't `epoch.generation`
    public static Revision parse(String text) {
        var dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("'" + text + "' is no revision: epoch.generation is expected");
        }
        return new Revision(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    /// Whether this revision came before the other.
    public boolean isBefore(Revision other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Revision other) {
        return epoch == other.epoch ? Long.compare(generation, other.generation) : Long.compare(epoch, other.epoch);
    }

    @Override
    public String toString() {
        return epoch + "." + generation;
    }
}
