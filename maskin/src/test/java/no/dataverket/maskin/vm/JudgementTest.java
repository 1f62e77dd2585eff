package no.dataverket.maskin.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.DriftAction;
import no.dataverket.contract.api.VmDriftKind;
import no.dataverket.contract.command.MaskinMessages.DriftPolicy;
import no.dataverket.contract.command.MaskinMessages.VmComparison;
import no.dataverket.core.json.Json;
import no.dataverket.maskin.claim.Claim;
import no.dataverket.maskin.host.HostAddress;
import no.dataverket.maskin.runtime.Configuration;
import no.dataverket.maskin.runtime.Nic;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.vm.Judgement.GiveUp;
import no.dataverket.maskin.vm.Judgement.Leave;
import no.dataverket.maskin.vm.Judgement.Mend;
import no.dataverket.maskin.vm.Judgement.Repair;
import no.dataverket.maskin.vm.Judgement.Wanted;
import no.dataverket.maskin.vm.StoredVm.Repairs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JudgementTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Pace PACE = Pace.usual();
    private static final Id VM = Id.next(IdKind.VM);
    private static final Owner.Scope SCOPE = new Owner.Scope("id", "name");
    private static final VmSpec SPEC = new VmSpec(
            "a/b/c/d",
            new Owner(SCOPE, SCOPE, SCOPE),
            "pc-q35-7.2",
            1,
            512,
            "/vms/disk",
            "/vms/seed",
            "/images/vmlinux",
            "/images/initrd",
            "quiet",
            List.of(new Nic(0, "52:54:00:00:00:01", "br-int", 10, 1450, "dv-0")),
            null);
    private static final Wanted WANTED = Wanted.of(SPEC.definition(VM, new Revision(1, 1)));
    private static final Repairs NONE = new Repairs(0, null, null, false);

    @ParameterizedTest
    @CsvSource({
        "RUNNING, OFF, START",
        "RUNNING, CRASHED, START",
        "RUNNING, PAUSED, RESUME",
        "OFF, RUNNING, STOP",
        "OFF, PAUSED, STOP"
    })
    void aPowerThatIsNotWantedIsMended(String wanted, Power found, Repair repair) {
        assertThat(judge(vm(wanted, NONE), found)).isInstanceOfSatisfying(Mend.class, mend -> {
            assertThat(mend.repair()).isEqualTo(repair);
            assertThat(mend.power()).isEqualTo(found.name());
            assertThat(mend.drift()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"RUNNING, RUNNING", "OFF, OFF", "OFF, CRASHED"})
    void whatIsAsItShouldBeIsLeft(String wanted, Power found) {
        assertThat(judge(vm(wanted, NONE), found)).isEqualTo(new Leave(found.name(), "", VmComparison.SAME));
    }

    @Test
    void whatTheHypervisorCanNotTellIsNotTakenForOff() {
        assertThat(judge(vm("RUNNING", NONE), Power.UNKNOWN)).isInstanceOf(Leave.class);
    }

    @Test
    void aMissingDomainIsMadeAnewOnlyFromItsFiles() {
        assertThat(Judgement.of(vm("RUNNING", NONE), WANTED, Optional.empty(), true, DriftPolicy.REPAIR, NOW, PACE))
                .isInstanceOfSatisfying(
                        Mend.class, mend -> assertThat(mend.repair()).isEqualTo(Repair.START));
        assertThat(Judgement.of(vm("OFF", NONE), WANTED, Optional.empty(), true, DriftPolicy.REPAIR, NOW, PACE))
                .isInstanceOfSatisfying(
                        Mend.class, mend -> assertThat(mend.repair()).isEqualTo(Repair.DEFINE));
        assertThat(Judgement.of(vm("RUNNING", NONE), WANTED, Optional.empty(), false, DriftPolicy.REPAIR, NOW, PACE))
                .isInstanceOfSatisfying(Leave.class, leave -> {
                    assertThat(leave.power()).isEqualTo("ABSENT");
                    assertThat(leave.drift()).startsWith("DEGRADED: its disk is gone from hv-1");
                });
    }

    @Test
    void anotherDefinitionIsPutRight() {
        var observed = observed(Power.RUNNING, "sha256:other", "sha256:other");
        assertThat(Judgement.of(
                        vm("RUNNING", NONE), WANTED, Optional.of(observed), false, DriftPolicy.REPAIR, NOW, PACE))
                .isInstanceOfSatisfying(
                        Mend.class, mend -> assertThat(mend.repair()).isEqualTo(Repair.DEFINE));
    }

    @Test
    void aMachineThatRunsAnOlderDefinitionSaysSo() {
        var observed = observed(Power.RUNNING, hash(), "sha256:older");
        assertThat(Judgement.of(
                        vm("RUNNING", NONE), WANTED, Optional.of(observed), false, DriftPolicy.REPAIR, NOW, PACE))
                .isEqualTo(new Leave("RUNNING", "it runs an older definition until its next start", VmComparison.SAME));
    }

    @Test
    void whatSomebodyChangedIsPutRightThoughItsDigestIsTheOneThatWasDecided() {
        var changed = with(Power.RUNNING, Optional.of(decided().withMemory(1024)));
        assertThat(judge(vm("RUNNING", NONE), changed, DriftPolicy.REPAIR)).isInstanceOfSatisfying(Mend.class, mend -> {
            assertThat(mend.repair()).isEqualTo(Repair.DEFINE);
            assertThat(mend.drift()).endsWith("decided: another memory");
            assertThat(mend.comparison())
                    .isEqualTo(new VmComparison(
                            VmDriftKind.CHANGED, "memory 512 MiB", "memory 1024 MiB", DriftAction.REPAIR, false));
        });
    }

    @Test
    void aRunThatIsForgottenWhenItEndsIsDefinedAgain() {
        var forgotten = with(Power.RUNNING, Optional.empty());
        assertThat(judge(vm("RUNNING", NONE), forgotten, DriftPolicy.REPAIR))
                .isInstanceOfSatisfying(Mend.class, mend -> {
                    assertThat(mend.repair()).isEqualTo(Repair.DEFINE);
                    assertThat(mend.comparison().kind()).isEqualTo(VmDriftKind.MISSING);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, OFF, STOPPED",
        "RUNNING, CRASHED, STOPPED",
        "RUNNING, PAUSED, STOPPED",
        "OFF, RUNNING, RUNNING",
        "OFF, PAUSED, RUNNING",
        "RUNNING, RUNNING, CHANGED"
    })
    void whatIsToBeReportedIsLeftAlone(String wanted, Power found, VmDriftKind kind) {
        var observed = with(found, Optional.of(decided().withMemory(1024)));
        assertThat(judge(vm(wanted, NONE), observed, all(DriftAction.REPORT, kind)))
                .isInstanceOfSatisfying(
                        Mend.class, mend -> assertThat(mend.comparison().kind()).isEqualTo(kind));
        assertThat(judge(vm(wanted, NONE), observed, all(DriftAction.REPAIR, kind)))
                .isInstanceOfSatisfying(Leave.class, leave -> {
                    assertThat(leave.comparison().kind()).isEqualTo(kind);
                    assertThat(leave.comparison().policy()).isEqualTo(DriftAction.REPORT);
                    assertThat(leave.drift()).endsWith("it is reported and left alone");
                });
    }

    @Test
    void whatIsUnknownIsNeverToBeRepaired() {
        assertThat(DriftPolicy.REPAIR.on(VmDriftKind.UNKNOWN)).isEqualTo(DriftAction.REPORT);
    }

    @Test
    void repairsComeMoreSlowlyEachTimeAndThenStop() {
        assertThat(judgeAfter(1, Duration.ofSeconds(1))).isInstanceOf(Leave.class);
        assertThat(judgeAfter(1, Duration.ofSeconds(3))).isInstanceOf(Mend.class);
        assertThat(judgeAfter(4, Duration.ofSeconds(19))).isInstanceOf(Leave.class);
        assertThat(judgeAfter(4, Duration.ofSeconds(21))).isInstanceOf(Mend.class);
        assertThat(judgeAfter(5, Duration.ofSeconds(30)))
                .isInstanceOfSatisfying(
                        GiveUp.class, gaveUp -> assertThat(gaveUp.drift()).startsWith("DEGRADED: crash loop"));
    }

    @Test
    void aMachineThatHeldOutLongEnoughStartsANewCount() {
        var repairs = new Repairs(5, NOW.minus(Duration.ofMinutes(6)), NOW.minus(Duration.ofMinutes(5)), false);
        assertThat(judge(vm("RUNNING", repairs), Power.CRASHED)).isInstanceOf(Mend.class);
        assertThat(Judgement.isFirst(vm("RUNNING", repairs), NOW, PACE)).isTrue();
    }

    @Test
    void aMachineThatWasGivenUpIsLeftAloneForGood() {
        var repairs = new Repairs(5, NOW.minus(Duration.ofDays(1)), NOW.minus(Duration.ofDays(1)), true);
        assertThat(judge(vm("RUNNING", repairs), Power.CRASHED)).isInstanceOf(Leave.class);
    }

    @Test
    void aDefinitionIsTheSameAfterItWasStored() {
        var read = Json.read(Json.write(SPEC), VmSpec.class);
        assertThat(read).isEqualTo(SPEC);
        assertThat(read.definition(VM, new Revision(1, 1)).specHash()).isEqualTo(hash());
    }

    private static Judgement judgeAfter(int repairs, Duration since) {
        var last = NOW.minus(since);
        return judge(vm("RUNNING", new Repairs(repairs, NOW.minusSeconds(60), last, false)), Power.CRASHED);
    }

    private static Judgement judge(StoredVm vm, Power found) {
        return Judgement.of(
                vm, WANTED, Optional.of(observed(found, hash(), hash())), false, DriftPolicy.REPAIR, NOW, PACE);
    }

    /// One action for all kinds, and the other one for this.
    private static DriftPolicy all(DriftAction action, VmDriftKind but) {
        var other = action == DriftAction.REPAIR ? DriftAction.REPORT : DriftAction.REPAIR;
        return new DriftPolicy(
                but == VmDriftKind.MISSING ? other : action,
                but == VmDriftKind.CHANGED ? other : action,
                but == VmDriftKind.STOPPED ? other : action,
                but == VmDriftKind.RUNNING ? other : action);
    }

    private static Judgement judge(StoredVm vm, ObservedVm observed, DriftPolicy policy) {
        return Judgement.of(vm, WANTED, Optional.of(observed), true, policy, NOW, PACE);
    }

    private static Configuration decided() {
        return Configuration.of(SPEC.definition(VM, new Revision(1, 1)));
    }

    private static ObservedVm with(Power power, Optional<Configuration> configuration) {
        var as = observed(power, hash(), hash());
        return new ObservedVm(
                as.id(), as.name(), as.owner(), as.revision(), as.specHash(), power, configuration, as.instance());
    }

    private static String hash() {
        return SPEC.definition(VM, new Revision(1, 1)).specHash();
    }

    private static ObservedVm observed(Power power, String specHash, String runningHash) {
        var instance = new ObservedVm.Instance("1", runningHash, false);
        return new ObservedVm(
                vm("RUNNING", NONE).runtimeId(),
                "a/b/c/d",
                SPEC.owner(),
                new Revision(1, 1),
                specHash,
                power,
                Optional.of(Configuration.of(SPEC.definition(VM, new Revision(1, 1)))),
                power.isActive() ? Optional.of(instance) : Optional.empty());
    }

    private static StoredVm vm(@Nullable String wanted, Repairs repairs) {
        return new StoredVm(
                VM,
                new HostAddress(Id.next(IdKind.HYPERVISOR), "hv-1", "lab1", "simulated", "sim:hv-1"),
                "pc-q35-7.2",
                new StoredVm.Scope(null, null, null),
                StoredVm.State.DEFINED,
                1,
                512,
                null,
                "/vms/disk",
                "/vms/seed",
                SPEC,
                wanted,
                new Claim(1, Id.next(IdKind.TASK), 1),
                1,
                1,
                new StoredVm.Seen("RUNNING", "", true),
                repairs,
                false);
    }
}
