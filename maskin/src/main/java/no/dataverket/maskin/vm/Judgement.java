package no.dataverket.maskin.vm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.dataverket.contract.api.DriftAction;
import no.dataverket.contract.api.VmDriftKind;
import no.dataverket.contract.command.MaskinMessages.DriftPolicy;
import no.dataverket.contract.command.MaskinMessages.VmComparison;
import no.dataverket.maskin.runtime.Configuration;
import no.dataverket.maskin.runtime.Configuration.Difference;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.VmDefinition;
import org.jspecify.annotations.Nullable;

/// What is to be thought, and done, about a machine as it was found. Pure: what was decided and what was
/// found go in.
sealed interface Judgement {

    /// The power that was found.
    String power();

    /// What differs from what was decided, for people; empty where nothing does.
    String drift();

    /// How it differs from what was decided, and what is to be done about that.
    VmComparison comparison();

    /// It is as it should be, or nothing can be done about it.
    record Leave(String power, String drift, VmComparison comparison) implements Judgement {}

    /// Too much was mended of late; it is left alone from now on.
    record GiveUp(String power, String drift, VmComparison comparison) implements Judgement {}

    /// Something is to be done.
    ///
    /// @param action for people, once it is done
    record Mend(String power, String drift, VmComparison comparison, Repair repair, String action)
            implements Judgement {}

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

    /// What a machine is to be made of.
    ///
    /// @param specHash of the definition that was decided; that of none where it can't be read
    /// @param configuration by which a domain is compared with it; null where it can't be read
    record Wanted(String specHash, @Nullable Configuration configuration) {

        /// Of a definition that nobody can read: what is there differs from it.
        static final Wanted UNREADABLE = new Wanted("", null);

        static Wanted of(VmDefinition definition) {
            return new Wanted(definition.specHash(), Configuration.of(definition));
        }
    }

    /// How a drift begins of a machine that the platform does not mend by itself.
    String DEGRADED = "DEGRADED: ";

    /// Judges a machine that is in state DEFINED.
    ///
    /// @param wanted what was decided that it is made of
    /// @param filesThere whether its host has files of it, where it has no domain
    /// @param policy what is done about which difference
    static Judgement of(
            StoredVm vm,
            Wanted wanted,
            Optional<ObservedVm> observed,
            boolean filesThere,
            DriftPolicy policy,
            Instant now,
            Pace pace) {
        var first = unhurried(vm, wanted, observed, filesThere, policy);
        if (!(first instanceof Mend mend)) {
            return first;
        }
        if (mend.comparison().policy() == DriftAction.REPORT) {
            return new Leave(mend.power(), mend.drift() + "; it is reported and left alone", mend.comparison());
        }
        if (vm.repairs().givenUp()) {
            return new Leave(mend.power(), givenUp(mend, pace), mend.comparison());
        }
        var last = vm.repairs().last();
        var since = vm.repairs().since();
        if (last == null || since == null || isFirst(vm, now, pace)) {
            return mend;
        }
        if (vm.repairs().count() >= pace.repairLimit()) {
            return new GiveUp(mend.power(), givenUp(mend, pace), mend.comparison());
        }
        boolean tooSoon = now.isBefore(last.plus(pace.delayAfter(vm.repairs().count())));
        return tooSoon ? new Leave(mend.power(), mend.drift() + "; it is about to be mended", mend.comparison()) : mend;
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
            StoredVm vm, Wanted wanted, Optional<ObservedVm> observed, boolean filesThere, DriftPolicy policy) {
        if (observed.isEmpty()) {
            return missing(vm, filesThere, policy);
        }
        var found = observed.get();
        var power = found.power().name();
        if (found.power() == Power.UNKNOWN) {
            return new Leave(power, "the hypervisor tells no power state that has a meaning", VmComparison.SAME);
        }
        var stopped = comparison(VmDriftKind.STOPPED, StoredVm.RUNNING, power, policy);
        if (vm.wantedRunning()) {
            switch (found.power()) {
                case OFF -> {
                    return new Mend(
                            power,
                            "it was off, shut down by its guest or at the host, though it is wanted running",
                            stopped,
                            Repair.START,
                            "started again");
                }
                case CRASHED -> {
                    return new Mend(power, "its process on the host died", stopped, Repair.START, "started again");
                }
                case PAUSED -> {
                    return new Mend(power, "it was paused at the host", stopped, Repair.RESUME, "resumed");
                }
                case RUNNING, UNKNOWN -> {}
            }
        } else if (found.power().isActive()) {
            var running = comparison(VmDriftKind.RUNNING, StoredVm.OFF, power, policy);
            return new Mend(power, "it was active though it is wanted off", running, Repair.STOP, "switched off");
        }
        return defined(wanted, found, policy);
    }

    /// Judges what a machine is made of that has the power that is wanted.
    private static Judgement defined(Wanted decided, ObservedVm found, DriftPolicy policy) {
        var power = found.power().name();
        if (found.configuration().isEmpty()) {
            return new Mend(
                    power,
                    "its definition is gone from the host, which forgets it once it ends",
                    comparison(VmDriftKind.MISSING, "a domain that is kept", "one that ends with its run", policy),
                    Repair.DEFINE,
                    "defined again");
        }
        var wanted = decided.configuration();
        var there = found.configuration().get();
        var differences = wanted == null || wanted.equals(there) ? List.<Difference>of() : wanted.differences(there);
        if (!differences.isEmpty() || !found.specHash().equals(decided.specHash())) {
            return new Mend(
                    power,
                    "its definition on the host is not the one that was decided" + named(differences),
                    changed(decided.specHash(), found.specHash(), differences, policy),
                    Repair.DEFINE,
                    "defined again; it takes effect at the next start");
        }
        return new Leave(
                power,
                found.runsOldDefinition() ? "it runs an older definition until its next start" : "",
                VmComparison.SAME);
    }

    /// In words, and without what only those who run the host should read.
    private static String named(List<Difference> differences) {
        return differences.isEmpty()
                ? ""
                : differences.stream().map(Difference::what).collect(Collectors.joining(", ", ": another ", ""));
    }

    private static VmComparison changed(
            String decided, String found, List<Difference> differences, DriftPolicy policy) {
        return differences.isEmpty()
                ? comparison(VmDriftKind.CHANGED, "definition " + decided, "definition " + found, policy)
                : comparison(
                        VmDriftKind.CHANGED,
                        words(differences, Difference::expected),
                        words(differences, Difference::seen),
                        policy);
    }

    private static String words(List<Difference> differences, Function<Difference, String> side) {
        return differences.stream()
                .map(difference -> difference.what() + " " + side.apply(difference))
                .collect(Collectors.joining("; "));
    }

    private static Judgement missing(StoredVm vm, boolean filesThere, DriftPolicy policy) {
        if (!filesThere) {
            return new Leave(
                    StoredVm.ABSENT,
                    DEGRADED + "its disk is gone from " + vm.host().name()
                            + "; it is not made anew, for it would be empty",
                    comparison(VmDriftKind.MISSING, "a domain and its disk", "neither", policy));
        }
        var comparison = comparison(VmDriftKind.MISSING, "a domain", "none", policy);
        var drift = "its domain was gone from the host";
        return vm.wantedRunning()
                ? new Mend(StoredVm.ABSENT, drift, comparison, Repair.START, "defined again and started")
                : new Mend(StoredVm.ABSENT, drift, comparison, Repair.DEFINE, "defined again");
    }

    private static VmComparison comparison(VmDriftKind kind, String expected, String seen, DriftPolicy policy) {
        return new VmComparison(kind, expected, seen, policy.on(kind), false);
    }
}
