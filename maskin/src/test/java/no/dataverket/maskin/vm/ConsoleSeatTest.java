package no.dataverket.maskin.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.maskin.claim.Claim;
import no.dataverket.maskin.host.HostAddress;
import no.dataverket.maskin.runtime.Console;
import no.dataverket.maskin.vm.StoredVm.Repairs;
import no.dataverket.maskin.vm.StoredVm.Scope;
import no.dataverket.maskin.vm.StoredVm.Seen;
import org.junit.jupiter.api.Test;

final class ConsoleSeatTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final Id actor = Id.next(IdKind.PRINCIPAL);
    private final Keyboard keyboard = new Keyboard();
    private final ConsoleSeat seat = new ConsoleSeat(Id.next(IdKind.CONSOLE), vm(), actor, "ann", Instant.EPOCH);

    /// Takes three bytes at a time.
    private static final class Keyboard implements Console {
        final List<String> typed = new ArrayList<>();
        boolean closed;

        @Override
        public int type(byte[] bytes) {
            int taken = Math.min(3, bytes.length);
            typed.add(new String(bytes, 0, taken, StandardCharsets.UTF_8));
            return taken;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void whatWasTakenIsNotTypedAgainAndNothingIsSkipped() {
        seat.sit(keyboard);
        assertThat(seat.type(0, bytes("hello"))).isEqualTo(3);
        assertThat(seat.type(0, bytes("hello"))).isEqualTo(5);
        assertThat(seat.type(0, bytes("hello"))).isEqualTo(5);
        assertThat(keyboard.typed).containsExactly("hel", "lo");
        assertThatThrownBy(() -> seat.type(6, bytes("!")))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ProblemCode.VALIDATION_FAILED));
    }

    @Test
    void aSlowReaderMissesTheBeginningAndIsTold() {
        var much = new byte[ConsoleSeat.KEPT + 100];
        Arrays.fill(much, (byte) 'a');
        much[much.length - 1] = 'z';
        seat.shows(much);
        var first = seat.follow(0, Duration.ZERO, 1000);
        assertThat(first.from()).isEqualTo(100);
        assertThat(first.bytes()).hasSize(1000);
        var last = seat.follow(much.length - 1, Duration.ZERO, 1000);
        assertThat(last.bytes()).containsExactly('z');
        assertThat(seat.follow(much.length + 7, Duration.ZERO, 10).from()).isEqualTo(much.length);
    }

    @Test
    void itsEndIsToldOnceAllWasRead() {
        seat.shows(bytes("bye"));
        seat.ends("the machine stopped");
        seat.ends("something later");
        assertThat(seat.follow(0, LONG, 2).ended()).isNull();
        assertThat(seat.follow(2, LONG, 2).ended()).isEqualTo("the machine stopped");
        assertThatThrownBy(() -> seat.type(0, bytes("x")))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ProblemCode.CONSOLE_CLOSED));
    }

    @Test
    void aConsoleThatComesTooLateIsClosed() {
        seat.leave("it was closed");
        seat.sit(keyboard);
        assertThat(keyboard.closed).isTrue();
    }

    @Test
    void itIsOverdueWhenNobodyTypesOrReads() {
        assertThat(seat.overdue(new ConsolePace(LONG, LONG, LONG))).isEmpty();
        assertThat(seat.overdue(new ConsolePace(Duration.ZERO, LONG, LONG))).contains("nothing was typed");
        assertThat(seat.overdue(new ConsolePace(LONG, Duration.ZERO, LONG))).contains("nobody read it");
        assertThat(seat.isForgotten(new ConsolePace(LONG, Duration.ZERO, LONG))).isFalse();
        seat.ends("it was closed");
        assertThat(seat.isForgotten(new ConsolePace(LONG, Duration.ZERO, LONG))).isTrue();
    }

    @Test
    void itBelongsToWhoOpenedIt() {
        assertThat(seat.belongsTo(actor, seat.vm().id())).isTrue();
        assertThat(seat.belongsTo(Id.next(IdKind.PRINCIPAL), seat.vm().id())).isFalse();
        assertThat(seat.belongsTo(actor, Id.next(IdKind.VM))).isFalse();
    }

    private static StoredVm vm() {
        return new StoredVm(
                Id.next(IdKind.VM),
                new HostAddress(Id.next(IdKind.HYPERVISOR), "hv-1", "lab1", "simulated", "hv-1"),
                "sim-1.0",
                new Scope(null, null, null),
                StoredVm.State.DEFINED,
                1,
                64,
                null,
                null,
                null,
                null,
                StoredVm.RUNNING,
                new Claim(1, Id.next(IdKind.TASK), 1),
                1,
                1,
                new Seen(StoredVm.RUNNING, "", true),
                new Repairs(0, null, null, false),
                false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
