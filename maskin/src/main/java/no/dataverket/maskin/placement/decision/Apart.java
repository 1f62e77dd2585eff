package no.dataverket.maskin.placement.decision;

/// How machines of a group are kept apart.
///
/// @param most of the group in one failure domain of the level
/// @param required whether a machine that can't be placed so is refused; else it is only placed so where that goes
public record Apart(Level level, int most, boolean required) {

    public Apart {
        if (most < 1) {
            throw new IllegalArgumentException("at least one machine must fit into a " + level.words());
        }
    }
}
