package no.dataverket.maskin.runtime.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import no.dataverket.maskin.runtime.Hints;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.RuntimeHint;
import no.dataverket.maskin.runtime.Virtualization;
import no.dataverket.maskin.runtime.VmId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The binding against libvirt's built-in test driver, which needs no daemon; left out where there's no
/// libvirt.
final class LibvirtCallsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Hints hints = new Hints();
    private final VmId vm = VmId.random();

    @BeforeEach
    void needsLibvirt() {
        assumeThat(isInstalled()).isTrue();
    }

    @AfterEach
    void close() {
        hints.close();
    }

    private static boolean isInstalled() {
        try {
            NativeLibvirt.load();
            return true;
        } catch (RuntimeFailure e) {
            return false;
        }
    }

    private LibvirtCalls calls(String uri) {
        var fixed = new VirtualizationChoice.Fixed(Virtualization.EMULATION, "a test");
        return new LibvirtCalls(new LibvirtSettings(uri, Path.of("/nowhere"), fixed, PATIENCE, 2), hints);
    }

    private String domain(String name) {
        return "<domain type='test'><name>" + name + "</name><uuid>" + vm
                + "</uuid><memory>65536</memory><os><type>hvm</type></os></domain>";
    }

    @Test
    void theHostTellsWhatItIs() {
        try (var calls = calls("test:///default")) {
            assertThat(calls.run(LibvirtConnection::hostname)).isNotBlank();
            assertThat(calls.run(LibvirtConnection::node).vcpus()).isPositive();
            assertThat(calls.run(LibvirtConnection::node).memoryMib()).isEqualTo(3072);
            assertThat(calls.run(LibvirtConnection::versions))
                    .startsWith("TEST ")
                    .contains("libvirt ");
        }
    }

    @Test
    void aDomainIsFoundByItsIdAndKeepsOurMetadata() {
        try (var calls = calls("test:///default")) {
            calls.run(connection -> {
                assertThat(connection.find(vm)).isNull();
                try (var domain = connection.define(domain("one"))) {
                    assertThat(domain.uuid()).isEqualTo(vm.toString());
                    assertThat(domain.name()).isEqualTo("one");
                    assertThat(domain.state().isOff()).isTrue();
                    domain.setMetadata("<vm id='x'/>", "dv", "urn:test", LibvirtDomain.CONFIG);
                    assertThat(domain.configXml()).contains("<dv:vm xmlns:dv=\"urn:test\" id=\"x\"/>");
                }
                return vm;
            });
        }
    }

    @Test
    void destroyingWhatIsGoneIsNoError() {
        try (var calls = calls("test:///default")) {
            calls.run(connection -> {
                try (var domain = connection.runTransient(domain("one"))) {
                    assertThat(domain.state().isRunning()).isTrue();
                    PowerSwitch.destroy(domain);
                    PowerSwitch.destroy(domain);
                }
                assertThat(connection.find(vm)).isNull();
                return vm;
            });
        }
    }

    @Test
    void errorsComeWithTheirCode() {
        try (var calls = calls("test:///default")) {
            assertKind(Kind.INVALID, () -> calls.run(connection -> connection.define("<domain")));
            assertKind(Kind.INVALID, () -> calls.run(connection -> connection.define("<domain type='test'/>")));
            assertKind(
                    Kind.NOT_FOUND,
                    () -> calls.run(connection -> {
                        try (var domain = connection.runTransient(domain("gone"))) {
                            domain.destroy();
                            return domain.state();
                        }
                    }));
        }
    }

    @Test
    void whatHappensIsHintedAt() throws Exception {
        var heard = new LinkedBlockingQueue<RuntimeHint>();
        hints.add(heard::add);

        try (var calls = calls("test:///default")) {
            calls.run(connection -> {
                try (var domain = connection.runTransient(domain("hinted"))) {
                    return domain.uuid();
                }
            });

            assertThat(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(new RuntimeHint.Changed(vm));
        }
    }

    @Test
    void aHostThatIsNotThereIsUnreachable() {
        try (var calls = calls("qemu+unix:///system?socket=/nowhere/libvirt-sock")) {
            assertKind(Kind.UNREACHABLE, () -> calls.run(LibvirtConnection::hostname));
        }
    }

    @Test
    void aCallThatTakesTooLongIsGivenUpAndItsEndIsStillTold() throws Exception {
        var goOn = new CountDownLatch(1);
        var isOver = new CountDownLatch(1);

        try (var calls = calls("test:///default")) {
            assertKind(
                    Kind.TIMEOUT,
                    () -> calls.run(Duration.ofMillis(20), connection -> wait(goOn, connection), isOver::countDown));
            assertThat(isOver.getCount()).isOne();
            goOn.countDown();
            assertThat(isOver.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aCallThatNeverBeganIsOverWhenItIsGivenUp() throws Exception {
        var goOn = new CountDownLatch(1);
        var isOver = new CountDownLatch(1);

        try (var calls = calls("test:///default")) {
            // both threads are taken
            for (var thread = 0; thread < 2; thread++) {
                assertKind(
                        Kind.TIMEOUT,
                        () -> calls.run(Duration.ofMillis(1), connection -> wait(goOn, connection), () -> {}));
            }
            assertKind(
                    Kind.TIMEOUT,
                    () -> calls.run(
                            Duration.ofMillis(1),
                            _ -> {
                                throw new AssertionError("this must not be called");
                            },
                            isOver::countDown));
            assertThat(isOver.getCount()).isZero();
            goOn.countDown();
        }
    }

    @Test
    void aClosedRuntimeIsUnreachable() {
        var calls = calls("test:///default");
        calls.close();

        assertKind(Kind.UNREACHABLE, () -> calls.run(LibvirtConnection::hostname));
    }

    private static String wait(CountDownLatch latch, LibvirtConnection connection) {
        try {
            latch.await();
            return connection.hostname();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertKind(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(RuntimeFailure.class)
                .isThrownBy(call)
                .satisfies(failure ->
                        assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind));
    }
}
