package no.dataverket.maskin.runtime.libvirt;

import java.util.List;
import java.util.Optional;
import no.dataverket.maskin.runtime.Configuration;
import no.dataverket.maskin.runtime.Nic;
import no.dataverket.maskin.runtime.ObservedVm;
import no.dataverket.maskin.runtime.Power;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;

/// One of our domains as it is at one moment.
///
/// @param metadata ours, in the definition that the next start takes
/// @param configuration what the next start takes, in libvirt's own words; empty when it keeps nothing for one
/// @param state what libvirt says about its power
/// @param live the present run
record DomainView(
        DomainMetadata metadata,
        Optional<Configuration> configuration,
        LibvirtDomain.State state,
        Optional<Live> live) {

    private static final int ATTEMPTS = 10;
    private static final String AGENT_CHANNEL = "org.qemu.guest_agent.0";

    /// A run.
    ///
    /// @param domainId libvirt's number for it
    /// @param metadata ours, of the definition that it was started from or brought up to
    record Live(String domainId, DomainMetadata metadata, List<LiveNic> nics, boolean agentConnected) {

        String runtimeId() {
            return metadata.run() + "/" + domainId;
        }
    }

    /// An interface of a run, as libvirt tells of it: what isn't there is empty.
    record LiveNic(String mac, String bridge, String vlanTag, String mtu, String hostDevice, Optional<Integer> index) {

        boolean is(Nic nic) {
            return isButForVlan(nic) && vlanTag.equals(tag(nic));
        }

        boolean isButForVlan(Nic nic) {
            return mac.equals(nic.mac())
                    && bridge.equals(nic.bridge())
                    && mtu.equals(Integer.toString(nic.mtu()))
                    && hostDevice.equals(nic.hostDevice())
                    && index.equals(Optional.of(nic.index()));
        }

        private static String tag(Nic nic) {
            return nic.vlanTag() == 0 ? "" : Integer.toString(nic.vlanTag());
        }
    }

    /// Reads a domain; empty when it isn't ours.
    ///
    /// State and definitions are read one after the other. When the domain starts or stops in between they
    /// don't fit, and are read again.
    static Optional<DomainView> read(LibvirtDomain domain) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var state = domain.state();
            var config = XmlTree.parse(domain.configXml());
            var metadata = DomainMetadata.find(config);
            if (metadata.isEmpty() || !metadata.get().vm().toString().equals(domain.uuid())) {
                return Optional.empty();
            }
            if (!state.isActive()) {
                var configuration = Optional.of(DomainConfiguration.read(config));
                return Optional.of(new DomainView(metadata.get(), configuration, state, Optional.empty()));
            }
            var live = live(XmlTree.parse(domain.liveXml()), metadata.get());
            if (live.isPresent()) {
                var configuration = domain.isKept()
                        ? Optional.of(DomainConfiguration.read(config))
                        : Optional.<Configuration>empty();
                return Optional.of(new DomainView(metadata.get(), configuration, state, live));
            }
        }
        throw new RuntimeFailure(Kind.INTERNAL, "domain " + domain.uuid() + " doesn't hold still");
    }

    private static Optional<Live> live(XmlTree domain, DomainMetadata config) {
        var id = domain.attribute("id");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var devices = domain.at("devices");
        var nics = devices.stream()
                .flatMap(all -> all.children("interface").stream())
                .map(DomainView::liveNic)
                .toList();
        var agent = devices.stream()
                .flatMap(all -> all.children("channel").stream())
                .anyMatch(channel -> channel.attributeAt("name", "target").equals(AGENT_CHANNEL)
                        && channel.attributeAt("state", "target").equals("connected"));
        return Optional.of(new Live(id, DomainMetadata.find(domain).orElse(config), nics, agent));
    }

    static LiveNic liveNic(XmlTree nic) {
        return new LiveNic(
                nic.attributeAt("address", "mac"),
                nic.attributeAt("bridge", "source"),
                nic.attributeAt("id", "vlan", "tag"),
                nic.attributeAt("size", "mtu"),
                nic.attributeAt("dev", "target"),
                DomainXml.nicIndex(nic.attributeAt("bus", "address")));
    }

    Power power() {
        if (state.hasCrashed()) {
            return Power.CRASHED;
        }
        if (state.isRunning()) {
            return Power.RUNNING;
        }
        if (state.isPaused()) {
            return Power.PAUSED;
        }
        return state.isOff() ? Power.OFF : Power.UNKNOWN;
    }

    /// Whether the run has these interfaces, and no others.
    boolean hasNics(List<Nic> nics) {
        return live.isPresent()
                && live.get().nics().size() == nics.size()
                && nics.stream().allMatch(nic -> live.get().nics().stream().anyMatch(other -> other.is(nic)));
    }

    ObservedVm observed() {
        return new ObservedVm(
                metadata.vm(),
                metadata.name(),
                metadata.owner(),
                metadata.revision(),
                metadata.specHash(),
                power(),
                configuration,
                live.map(run ->
                        new ObservedVm.Instance(run.runtimeId(), run.metadata().specHash(), run.agentConnected())));
    }
}
