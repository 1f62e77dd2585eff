package no.dataverket.contract.command;

import java.time.Instant;
import java.util.List;
import no.dataverket.contract.Id;
import no.dataverket.contract.api.ConsoleLog;
import no.dataverket.contract.api.ConsoleOutput;
import no.dataverket.contract.api.ConsoleSession;
import no.dataverket.contract.api.ConsoleTyped;
import no.dataverket.contract.api.DatacenterCapacity;
import no.dataverket.contract.api.DriftAction;
import no.dataverket.contract.api.FenceMeans;
import no.dataverket.contract.api.FenceProof;
import no.dataverket.contract.api.ImageProvenance;
import no.dataverket.contract.api.PlacementDecision;
import no.dataverket.contract.api.PlacementPolicy;
import no.dataverket.contract.api.PlacementStrategy;
import no.dataverket.contract.api.SpreadRule;
import no.dataverket.contract.api.VmDriftKind;
import no.dataverket.contract.api.VmGuest;
import no.dataverket.contract.api.VmStats.DiskStats;
import no.dataverket.contract.api.VmStats.InterfaceStats;
import org.jspecify.annotations.Nullable;

/// What Maskin is asked and what it tells.
public final class MaskinMessages {

    /// The service's name in subjects.
    public static final String SERVICE = "maskin";

    private MaskinMessages() {}

    /// Takes a host into service: reaches it, finds out what it can do, keeps its capacity.
    ///
    /// @param vcpus virtual CPUs to promise; what the host reports where null
    /// @param memoryMib memory to promise, MiB; what the host reports where null
    /// @param hostClass of which its overcommit follows; the usual one where null
    /// @param place where it stands; unknown where null
    /// @param storage of its machines' disks that it shares with others; its own where null
    @Message(service = SERVICE, name = "register-host")
    public record RegisterHost(
            Id hypervisor,
            String name,
            String datacenter,
            String driver,
            String endpoint,
            @Nullable Integer vcpus,
            @Nullable Integer memoryMib,
            @Nullable String hostClass,
            @Nullable HostPlace place,
            @Nullable String storage)
            implements Command {

        /// A host of the usual class that stands nobody knows where.
        public RegisterHost(
                Id hypervisor,
                String name,
                String datacenter,
                String driver,
                String endpoint,
                @Nullable Integer vcpus,
                @Nullable Integer memoryMib) {
            this(hypervisor, name, datacenter, driver, endpoint, vcpus, memoryMib, null, null, null);
        }
    }

    /// Where a host stands, and so what it fails together with; unknown where null.
    ///
    /// @param jurisdiction whose law holds there
    public record HostPlace(
            @Nullable String rack,
            @Nullable String powerFeed,
            @Nullable String room,
            @Nullable String jurisdiction) {}

    /// What was found on a host.
    public record HostRegistered(
            int vcpus, int memoryMib, String virtualization, String virtualizationNote, String runtimeVersion) {}

    /// Which host is this?
    @Message(service = SERVICE, name = "describe-host")
    public record DescribeHost(Id hypervisor) implements Query<HostDescription> {}

    /// What others must know of a host to work with it.
    public record HostDescription(Id hypervisor, String name, String driver) {}

    /// Takes an empty host out of service.
    @Message(service = SERVICE, name = "deregister-host")
    public record DeregisterHost(Id hypervisor) implements Command {}

    /// Says whether new machines may be placed on a host, and where it stands.
    ///
    /// @param place null where it stays what it was
    /// @param drift what is done about machines that are not as they should be; as before where null
    @Message(service = SERVICE, name = "set-schedulable")
    public record SetSchedulable(
            Id hypervisor,
            boolean schedulable,
            @Nullable HostPlace place,
            @Nullable DriftPolicy drift) implements Command {

        /// A host that stands where it stood.
        public SetSchedulable(Id hypervisor, boolean schedulable) {
            this(hypervisor, schedulable, null, null);
        }

        /// A host that stands somewhere else.
        public SetSchedulable(Id hypervisor, boolean schedulable, HostPlace place) {
            this(hypervisor, schedulable, place, null);
        }
    }

    /// What is done about machines that are not as they should be. What is unknown is never touched.
    public record DriftPolicy(DriftAction missing, DriftAction changed, DriftAction stopped, DriftAction running) {

        /// Everything is put right.
        public static final DriftPolicy REPAIR =
                new DriftPolicy(DriftAction.REPAIR, DriftAction.REPAIR, DriftAction.REPAIR, DriftAction.REPAIR);

        /// Nothing is touched.
        public static final DriftPolicy REPORT =
                new DriftPolicy(DriftAction.REPORT, DriftAction.REPORT, DriftAction.REPORT, DriftAction.REPORT);

        /// What is done about this kind.
        public DriftAction on(VmDriftKind kind) {
            return switch (kind) {
                case MISSING -> missing;
                case CHANGED -> changed;
                case STOPPED -> stopped;
                case RUNNING -> running;
                case UNKNOWN -> DriftAction.REPORT;
            };
        }
    }

    /// Records that a lost host runs nothing any more. From then on it starts nothing before it is released.
    ///
    /// @param by who stands for it
    @Message(service = SERVICE, name = "fence-host")
    public record FenceHost(Id hypervisor, FenceMeans means, String evidence, String by) implements Command {}

    /// Lets a host carry machines that is in maintenance, in quarantine, or fenced; a fenced one only if it answers
    /// again and runs nothing that others run.
    @Message(service = SERVICE, name = "release-host")
    public record ReleaseHost(Id hypervisor) implements Command {}

    /// Keeps new machines away from a host on which somebody is about to work, or no longer.
    @Message(service = SERVICE, name = "maintain-host")
    public record MaintainHost(Id hypervisor, boolean maintenance) implements Command {}

    /// Stops a machine and takes it off its host, so that another may have it. Its disk stays, and what is
    /// wanted of it. Undone by taking it up again where its place is.
    @Message(service = SERVICE, name = "leave-host")
    public record LeaveHost(Id vm, Id from) implements Command {}

    /// Gives a machine that has left its host, or whose host is fenced, another place, on a host that sees
    /// its disk. What was decided about it before is refused from then on, wherever it arrives.
    ///
    /// @param from the host that it leaves; a machine that has left it already keeps its place
    @Message(service = SERVICE, name = "relocate-vm")
    public record RelocateVm(
            Id vm,
            Id from,
            @Nullable Id image,
            List<Id> networks,
            @Nullable PlacementWish wish) implements Command {}

    /// Takes a machine up where its place is, and starts it if it is wanted running.
    ///
    /// @param ports those that it has already where null
    @Message(service = SERVICE, name = "resume-vm")
    public record ResumeVm(Id vm, @Nullable List<NettMessages.Port> ports) implements Command {}

    /// Copies an image version into the store and checks it.
    ///
    /// @param trust whose signature it needs; nobody's where null
    @Message(service = SERVICE, name = "import-image")
    public record ImportImage(
            Id image,
            String name,
            String version,
            String datacenter,
            String source,
            @Nullable ImageTrust trust) implements Command {

        /// An image that needs nobody's signature.
        public ImportImage(Id image, String name, String version, String datacenter, String source) {
            this(image, name, version, datacenter, source, null);
        }
    }

    /// Whose signatures under image manifests are believed.
    ///
    /// @param required whether an image without one is refused
    public record ImageTrust(boolean required, List<TrustedKey> keys) {

        /// Believes nobody, and asks for nobody.
        public static final ImageTrust NOBODY = new ImageTrust(false, List.of());
    }

    /// A key that is believed.
    ///
    /// @param fingerprint SHA-256 of the key, hexadecimal
    /// @param publicKey Ed25519, X.509 in base64
    public record TrustedKey(String fingerprint, String publicKey) {}

    /// What an image's manifest says, once every file matched its checksum.
    ///
    /// @param digest SHA-256 of all that a machine gets of it, hexadecimal
    /// @param signed whether there is a signature
    /// @param signedBy fingerprint of the trusted key that made it; null where none did
    public record ImageImported(
            String architecture,
            String os,
            String sha256,
            long sizeBytes,
            long virtualSizeBytes,
            int minMemoryMib,
            @Nullable String defaultUser,
            @Nullable String digest,
            boolean signed,
            @Nullable String signedBy,
            @Nullable ImageProvenance provenance) {}

    /// Copies an image version that the site's store holds for one datacenter, for another one. All of it is checked
    /// again on the way.
    ///
    /// @param from the image that is copied
    @Message(service = SERVICE, name = "replicate-image")
    public record ReplicateImage(Id image, Id from, String datacenter, ImageTrust trust) implements Command {}

    /// Removes an image version from the store.
    @Message(service = SERVICE, name = "remove-image")
    public record RemoveImage(Id image) implements Command {}

    /// Chooses a host and reserves room on it, in one transaction.
    ///
    /// @param image that the machine starts from, which is best at hand on the host
    /// @param networks that the host must reach
    @Message(service = SERVICE, name = "place-vm")
    public record PlaceVm(
            Id vm,
            String datacenter,
            int vcpus,
            int memoryMib,
            @Nullable Id image,
            @Nullable List<Id> networks,
            @Nullable PlacementWish wish)
            implements Command {

        /// Room and nothing else.
        public PlaceVm(Id vm, String datacenter, int vcpus, int memoryMib) {
            this(vm, datacenter, vcpus, memoryMib, null, null, null);
        }
    }

    /// What is wanted of a machine's place besides room.
    ///
    /// @param group machines of the environment that name the same one are kept apart
    /// @param rules how; those that the group has, or the usual ones, where null
    /// @param restartable whether a second host must have room for it
    /// @param residency jurisdictions that will do; any where null
    /// @param hostClass the only class of hosts that will do; any where null
    /// @param policy of the datacenter when the machine was asked for; the usual one where null
    public record PlacementWish(
            @Nullable String group,
            @Nullable List<SpreadRule> rules,
            @Nullable Boolean restartable,
            @Nullable List<String> residency,
            @Nullable String hostClass,
            @Nullable PolicyInForce policy) {

        /// A wish that any class of hosts will do for.
        public PlacementWish(
                @Nullable String group,
                @Nullable List<SpreadRule> rules,
                @Nullable Boolean restartable,
                @Nullable List<String> residency) {
            this(group, rules, restartable, residency, null, null);
        }

        /// The same under the policy of a datacenter; nothing at all under the usual one, where nothing is wished for.
        ///
        /// @param wish nothing but room where null
        public static @Nullable PlacementWish under(@Nullable PlacementWish wish, PlacementPolicy policy) {
            var inForce = policy.decided() ? new PolicyInForce(policy.strategy(), policy.generation()) : null;
            if (wish == null) {
                return inForce == null ? null : new PlacementWish(null, null, null, null, null, inForce);
            }
            return new PlacementWish(wish.group, wish.rules, wish.restartable, wish.residency, wish.hostClass, inForce);
        }
    }

    /// What makes one host better than another, as operators decided for a datacenter.
    ///
    /// @param version rises with each of their decisions
    public record PolicyInForce(PlacementStrategy strategy, long version) {}

    /// Why is the machine where it is, or nowhere?
    @Message(service = SERVICE, name = "explain-placement")
    public record ExplainPlacement(Id vm) implements Query<PlacementDecision> {}

    /// Where would a machine go? Nothing is reserved.
    @Message(service = SERVICE, name = "try-placement")
    public record TryPlacement(
            String datacenter,
            int vcpus,
            int memoryMib,
            @Nullable Id environment,
            @Nullable PlacementWish wish) implements Query<PlacementDecision> {}

    /// What is left of a datacenter's hosts?
    @Message(service = SERVICE, name = "describe-capacity")
    public record DescribeCapacity(String datacenter) implements Query<DatacenterCapacity> {}

    /// Where a machine goes.
    ///
    /// @param explanation why there, for operators
    public record VmPlaced(Id hypervisor, String hypervisorName, String explanation) {}

    /// Gives the reservation back. Undoes `place-vm`.
    @Message(service = SERVICE, name = "release-vm")
    public record ReleaseVm(Id vm) implements Command {}

    /// Keeps this much room for a machine on the host that it is on, more or less than before.
    @Message(service = SERVICE, name = "reserve-room")
    public record ReserveRoom(Id vm, int vcpus, int memoryMib) implements Command {}

    /// Defines a machine with other hardware, which it takes up when it is started next.
    @Message(service = SERVICE, name = "resize-vm")
    public record ResizeVm(Id vm, int vcpus, int memoryMib) implements Command {}

    /// Makes the root disk larger. It never becomes smaller again.
    @Message(service = SERVICE, name = "grow-disk")
    public record GrowDisk(Id vm, int diskGib) implements Command {}

    /// Removes all that is on the host of a machine that is to be made anew there: `prepare-disk` and
    /// `provision-vm` follow. Nothing is removed before it is known that the image is there and fits the
    /// disk.
    ///
    /// @param image that the new disk is to be made from
    @Message(service = SERVICE, name = "clear-vm")
    public record ClearVm(Id vm, Id image, int diskGib) implements Command {}

    /// Makes the root disk and the seed from which the guest initialises itself.
    @Message(service = SERVICE, name = "prepare-disk")
    public record PrepareDisk(
            Id vm,
            Id image,
            int diskGib,
            String hostname,
            List<String> sshAuthorizedKeys,
            @Nullable String userData,
            List<NettMessages.Port> ports)
            implements Command {}

    /// The disk and the seed are there.
    ///
    /// @param note for people
    /// @param seedSha256 of the three files that the guest initialises itself from; what they were made of is
    ///     kept nowhere
    public record DiskPrepared(String note, String seedSha256) {}

    /// Defines and starts the machine.
    ///
    /// @param displayName tenant/project/environment/name, for people at the host
    @Message(service = SERVICE, name = "provision-vm")
    public record ProvisionVm(
            Id vm, String displayName, Id image, int vcpus, int memoryMib, int diskGib, List<NettMessages.Port> ports)
            implements Command {}

    /// Starts a machine that is off.
    @Message(service = SERVICE, name = "start-vm")
    public record StartVm(Id vm) implements Command {}

    /// Stops a machine.
    @Message(service = SERVICE, name = "stop-vm")
    public record StopVm(Id vm, boolean force) implements Command {}

    /// Reboots a machine.
    @Message(service = SERVICE, name = "reboot-vm")
    public record RebootVm(Id vm) implements Command {}

    /// Removes the machine, its disk and its seed, and gives its room back. Undoes `prepare-disk` and
    /// `provision-vm`.
    @Message(service = SERVICE, name = "delete-vm")
    public record DeleteVm(Id vm) implements Command {}

    /// Plugs a port into a machine.
    @Message(service = SERVICE, name = "attach-interface")
    public record AttachInterface(Id vm, NettMessages.Port port) implements Command {}

    /// Unplugs a port from a machine.
    @Message(service = SERVICE, name = "detach-interface")
    public record DetachInterface(Id vm, int index) implements Command {}

    /// Makes an empty volume.
    @Message(service = SERVICE, name = "create-volume")
    public record CreateVolume(Id volume, String datacenter, int sizeGib) implements Command {}

    /// Makes a volume larger, while nobody writes to it.
    @Message(service = SERVICE, name = "grow-volume")
    public record GrowVolume(Id volume, int sizeGib) implements Command {}

    /// Removes a volume that no machine has. Undoes `create-volume`.
    @Message(service = SERVICE, name = "delete-volume")
    public record DeleteVolume(Id volume) implements Command {}

    /// Lets a machine that is off write to a volume, and no other machine.
    ///
    /// @param position which of the machine's volumes it is, from 0
    @Message(service = SERVICE, name = "attach-volume")
    public record AttachVolume(Id vm, Id volume, int position) implements Command {}

    /// How a machine has a volume.
    ///
    /// @param device what a Linux guest calls it
    public record VolumeAttached(String device, String serial) {}

    /// Takes a volume from a machine that is off. Undoes `attach-volume`.
    @Message(service = SERVICE, name = "detach-volume")
    public record DetachVolume(Id vm, Id volume) implements Command {}

    /// Keeps what is on a volume as it is now, beside it, while nobody writes to it.
    @Message(service = SERVICE, name = "take-snapshot")
    public record TakeSnapshot(Id snapshot, Id volume) implements Command {}

    /// Removes a snapshot. Undoes `take-snapshot`.
    @Message(service = SERVICE, name = "delete-snapshot")
    public record DeleteSnapshot(Id snapshot) implements Command {}

    /// Makes a volume what it was when a snapshot of it was taken, while nobody writes to it.
    @Message(service = SERVICE, name = "restore-snapshot")
    public record RestoreSnapshot(Id volume, Id snapshot) implements Command {}

    /// Copies a volume to the datacenter's backups, while nobody writes to it.
    @Message(service = SERVICE, name = "take-backup")
    public record TakeBackup(Id backup, Id volume) implements Command {}

    /// What a backup is.
    ///
    /// @param storedBytes what of the volume was not empty
    /// @param digest SHA-256 of its manifest, which lists the SHA-256 of every block
    public record BackupTaken(long sizeBytes, long storedBytes, String digest) {}

    /// Removes a backup. Undoes `take-backup`.
    @Message(service = SERVICE, name = "delete-backup")
    public record DeleteBackup(Id backup) implements Command {}

    /// Makes a volume that holds what a backup holds.
    @Message(service = SERVICE, name = "restore-backup")
    public record RestoreBackup(Id volume, Id backup, String datacenter, int sizeGib) implements Command {}

    /// Reads the serial console's log.
    @Message(service = SERVICE, name = "read-console")
    public record ReadConsole(Id vm, long offset, int limit) implements Query<ConsoleLog> {}

    /// Opens a session at a machine's serial console.
    ///
    /// @param session names it; asked for again, it is the same one
    /// @param by who opens it, for people
    /// @param takeOver ends the session of somebody else who is there
    /// @param onlyAsk refuses what would be refused, and opens nothing
    @Message(service = SERVICE, name = "open-console")
    public record OpenConsole(Id vm, Id session, Id actor, String by, boolean takeOver, boolean onlyAsk)
            implements Query<ConsoleSession> {}

    /// Types at a console.
    ///
    /// @param offset how many bytes were typed in the session before these
    /// @param data in Base64; empty to only ask whether the session is there
    @Message(service = SERVICE, name = "type-console")
    public record TypeConsole(Id vm, Id session, Id actor, long offset, String data) implements Query<ConsoleTyped> {}

    /// Reads what a console shows, and waits for it if there is nothing yet.
    @Message(service = SERVICE, name = "follow-console")
    public record FollowConsole(Id vm, Id session, Id actor, long offset, int waitSeconds)
            implements Query<ConsoleOutput> {}

    /// Ends a session at a console; one that is over already is left so.
    @Message(service = SERVICE, name = "close-console")
    public record CloseConsole(Id vm, Id session, Id actor, boolean onlyAsk) implements Query<Done> {}

    /// What do machines use?
    @Message(service = SERVICE, name = "measure-vms")
    public record MeasureVms(List<Id> vms) implements Query<VmsMeasured> {}

    /// What machines use. Those that are in neither list are off.
    ///
    /// @param running those that were measured
    /// @param unanswered those whose host did not answer
    public record VmsMeasured(Instant at, List<VmMeasured> running, List<Id> unanswered) {}

    /// What one machine has used since its start.
    ///
    /// @param residentBytes null where the host does not tell
    public record VmMeasured(
            Id vm,
            long cpuNanoseconds,
            long memoryBytes,
            @Nullable Long residentBytes,
            List<DiskStats> disks,
            List<InterfaceStats> interfaces) {}

    /// A fact: what a host is like now. Subject `dv.maskin.evt.host.observed`.
    ///
    /// @param strangers names of domains of which nothing is known, as many as fit; null where nobody looked
    public record HostObserved(
            Id hypervisor,
            boolean reachable,
            @Nullable String message,
            int vcpus,
            int memoryMib,
            int vcpusReserved,
            int memoryMibReserved,
            int vms,
            int foreignDomains,
            boolean schedulable,
            Instant at,
            @Nullable HostCustody custody,
            @Nullable List<String> strangers) {}

    /// What is believed of a host beyond what it says itself.
    ///
    /// @param lost whether it has not answered for so long that nobody knows what it runs
    /// @param quarantine why it gets no machines; null where it is in no quarantine
    /// @param fence the proof that it ran nothing; null where it is not fenced
    /// @param maintenance whether its machines leave for work on it
    /// @param verdict what was judged of it last by its failures; null where it never failed like that
    public record HostCustody(
            boolean lost,
            @Nullable String quarantine,
            @Nullable FenceProof fence,
            boolean maintenance,
            @Nullable HostVerdict verdict) {}

    /// A fact: what a machine is like now. Subject `dv.maskin.evt.vm.observed`.
    ///
    /// @param power RUNNING, OFF, PAUSED, CRASHED, ABSENT or UNKNOWN
    /// @param drift what differed from the intent, for people; empty where nothing does
    /// @param action what the reconciler did about it; empty where nothing
    /// @param comparison null where it was only looked at and not compared
    public record VmObserved(
            Id vm,
            Id hypervisor,
            String power,
            String drift,
            String action,
            Instant at,
            @Nullable VmComparison comparison) {}

    /// A fact: what a machine's guest tells of itself. Subject `dv.maskin.evt.vm.guest`.
    public record GuestObserved(Id vm, Id hypervisor, VmGuest guest) {}

    /// What came of comparing a machine with what was decided about it.
    ///
    /// @param kind null where nothing differs
    /// @param expected for operators; empty where nothing differs
    /// @param seen for operators; empty where nothing differs
    /// @param policy what is to be done about it; null where nothing differs
    /// @param repaired whether it was put right just now
    public record VmComparison(
            @Nullable VmDriftKind kind,
            String expected,
            String seen,
            @Nullable DriftAction policy,
            boolean repaired) {

        /// It is as it should be.
        public static final VmComparison SAME = new VmComparison(null, "", "", null, false);

        /// The same difference, which was put right.
        public VmComparison mended() {
            return new VmComparison(kind, expected, seen, policy, true);
        }
    }
}
