package no.dataverket.maskin.vm;

import java.time.Instant;
import java.util.Optional;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Power;

/// What is to be thought, and done, about a machine as it was found. Pure: what was decided and what was
/// found go in.
sealed interface Judgement {

    /// The power that was found.
    String power();

    /// What differs from what was decided, for people; empty where nothing does.
    String drift();

    /// It is as it should be, or nothing can be done about it.
    record Leave(String power, String drift) implements Judgement {}

    /// Too much was mended of late; it is left alone from now on.
    record GiveUp(String power, String drift) implements Judgement {}

    /// Something is to be done.
    ///
    /// @param action for people, once it is done
    record Mend(String power, String drift, Repair repair, String action) implements Judgement {}

    /// What can be done.
    enum Repair {
        /// Define it as decided, and start it.
        START,
        /// Let it go on.
        RESUME,
        /// Switch it off.
        STOP,
        /// Define it as decided.
        DEFINE
    }

    /// How a drift begins of a machine that the platform does not mend by itself.
    String DEGRADED = "DEGRADED: ";

    /// Judges a machine that is in state DEFINED.
    ///
    /// @param specHash of the definition that was decided
    /// @param filesThere whether its host has files of it, where it has no domain
    static Judgement of(
            StoredVm vm, String specHash, Optional<ObservedVm> observed, boolean filesThere, Instant now, Pace pace) {
        var first = unhurried(vm, specHash, observed, filesThere);
        if (!(first instanceof Mend mend)) {
            return first;
        }
        if (vm.repairs().givenUp()) {
            return new Leave(mend.power(), givenUp(mend, pace));
        }
        var last = vm.repairs().last();
        var since = vm.repairs().since();
        if (last == null || since == null || isFirst(vm, now, pace)) {
            return mend;
        }
        if (vm.repairs().count() >= pace.repairLimit()) {
            return new GiveUp(mend.power(), givenUp(mend, pace));
        }
        boolean tooSoon = now.isBefore(last.plus(pace.delayAfter(vm.repairs().count())));
        return tooSoon ? new Leave(mend.power(), mend.drift() + "; it is about to be mended") : mend;
    }

    /// Whether a repair made now is the first of a new count.
    static boolean isFirst(StoredVm vm, Instant now, Pace pace) {
        var since = vm.repairs().since();
        return since == null || vm.repairs().count() == 0 || now.isAfter(since.plus(pace.repairWindow()));
    }

    private static String givenUp(Mend mend, Pace pace) {
        return DEGRADED + "crash loop: " + mend.drift() + "; mended " + pace.repairLimit() + " times within "
                + pace.repairWindow().toSeconds() + " s and left alone until it is started, stopped or rebooted";
    }

    private static Judgement unhurried(
            StoredVm vm, String specHash, Optional<ObservedVm> observed, boolean filesThere) {
        if (observed.isEmpty()) {
            return missing(vm, filesThere);
        }
        var found = observed.get();
        var power = found.power().name();
        boolean defined = found.specHash().equals(specHash);
        if (found.power() == Power.UNKNOWN) {
            return new Leave(power, "the hypervisor tells no power state that has a meaning");
        }
        if (vm.wantedRunning()) {
            switch (found.power()) {
                case OFF -> {
                    return new Mend(
                            power,
                            "it was off, shut down by its guest or at the host, though it is wanted running",
                            Repair.START,
                            "started again");
                }
                case CRASHED -> {
                    return new Mend(power, "its process on the host died", Repair.START, "started again");
                }
                case PAUSED -> {
                    return new Mend(power, "it was paused at the host", Repair.RESUME, "resumed");
                }
                case RUNNING, UNKNOWN -> {}
            }
        } else if (found.power().isActive()) {
            return new Mend(power, "it was active though it is wanted off", Repair.STOP, "switched off");
        }
        if (!defined) {
            return new Mend(
                    power,
                    "its definition on the host is not the one that was decided",
                    Repair.DEFINE,
                    "defined again; it takes effect at the next start");
        }
        return new Leave(power, found.runsOldDefinition() ? "it runs an older definition until its next start" : "");
    }

    private static Judgement missing(StoredVm vm, boolean filesThere) {
        if (!filesThere) {
            return new Leave(
                    StoredVm.ABSENT,
                    DEGRADED + "its disk is gone from " + vm.host().name()
                            + "; it is not made anew, for it would be empty");
        }
        return vm.wantedRunning()
                ? new Mend(
                        StoredVm.ABSENT, "its domain was gone from the host", Repair.START, "defined again and started")
                : new Mend(StoredVm.ABSENT, "its domain was gone from the host", Repair.DEFINE, "defined again");
    }
}
