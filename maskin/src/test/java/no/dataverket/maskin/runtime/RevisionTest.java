package no.dataverket.maskin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class RevisionTest {

    @Test
    void theEpochDecidesBeforeTheGeneration() {
        assertThat(new Revision(1, 9)).isLessThan(new Revision(2, 1));
        assertThat(new Revision(2, 1)).isLessThan(new Revision(2, 2));
        assertThat(new Revision(2, 2).isBefore(new Revision(2, 2))).isFalse();
    }

    @Test
    void itReadsWhatItWrites() {
        var revision = new Revision(3, 12);

        assertThat(Revision.parse(revision.toString())).isEqualTo(revision);
        assertThatIllegalArgumentException().isThrownBy(() -> Revision.parse("3"));
        assertThatIllegalArgumentException().isThrownBy(() -> Revision.parse("3.-1"));
    }
}
