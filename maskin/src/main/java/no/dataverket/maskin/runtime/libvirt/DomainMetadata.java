package no.dataverket.maskin.runtime.libvirt;

import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.RuntimeFailure;
import no.dataverket.maskin.runtime.RuntimeFailure.Kind;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;

/// What we keep in a domain's definition: whose it is, how new it is, and from what it was made.
///
/// @param layout version of the translation into domain XML; another one means that the XML must be made anew
/// @param run names the next run, or in the live copy the present one
/// @param reboot token of the last reboot that was begun; empty when there was none
/// @param rebootFrom run that the reboot was to end
record DomainMetadata(
        VmId vm,
        String name,
        Owner owner,
        Revision revision,
        String specHash,
        String coldHash,
        String layout,
        String run,
        String reboot,
        String rebootFrom) {

    static final String NAMESPACE = "https://dataverket.example/maskin/1";
    static final String PREFIX = "dv";

    private static final String ELEMENT = "vm";

    static DomainMetadata of(VmDefinition definition) {
        return new DomainMetadata(
                definition.id(),
                definition.name(),
                definition.owner(),
                definition.revision(),
                definition.specHash(),
                definition.coldHash(),
                DomainXml.LAYOUT,
                newRun(),
                "",
                "");
    }

    /// A name for a run that no other run has.
    static String newRun() {
        return UUID.randomUUID().toString();
    }

    /// Our metadata in a domain definition; empty when the domain isn't ours.
    ///
    /// @throws RuntimeFailure `INTERNAL` when it's ours and damaged
    static Optional<DomainMetadata> find(XmlTree domain) {
        return domain.at("metadata").stream()
                .flatMap(metadata -> metadata.children(ELEMENT).stream())
                .filter(vm -> vm.namespace().equals(NAMESPACE))
                .findFirst()
                .map(DomainMetadata::read);
    }

    private static DomainMetadata read(XmlTree vm) {
        try {
            return new DomainMetadata(
                    VmId.parse(vm.attribute("id")),
                    vm.attribute("name"),
                    new Owner(scope(vm, "tenant"), scope(vm, "project"), scope(vm, "environment")),
                    new Revision(Long.parseLong(vm.attribute("epoch")), Long.parseLong(vm.attribute("generation"))),
                    vm.attribute("specHash"),
                    vm.attribute("coldHash"),
                    vm.attribute("layout"),
                    vm.attribute("run"),
                    vm.attribute("reboot"),
                    vm.attribute("rebootFrom"));
        } catch (IllegalArgumentException e) {
            throw new RuntimeFailure(Kind.INTERNAL, "the metadata of domain " + vm.attribute("id") + " is damaged", e);
        }
    }

    private static Owner.Scope scope(XmlTree vm, String level) {
        return new Owner.Scope(vm.attribute(level), vm.attribute(level + "Name"));
    }

    DomainMetadata withRevision(Revision other) {
        return new DomainMetadata(vm, name, owner, other, specHash, coldHash, layout, run, reboot, rebootFrom);
    }

    DomainMetadata withRun(String other) {
        return new DomainMetadata(vm, name, owner, revision, specHash, coldHash, layout, other, reboot, rebootFrom);
    }

    DomainMetadata withReboot(String token, String from) {
        return new DomainMetadata(vm, name, owner, revision, specHash, coldHash, layout, run, token, from);
    }

    /// Writes it as a part of a domain definition.
    void writeTo(XmlText xml) throws XMLStreamException {
        xml.element(
                PREFIX + ":" + ELEMENT,
                inner -> {
                    inner.namespace(PREFIX, NAMESPACE);
                },
                attributes());
    }

    /// The element alone, as libvirt wants it for a change: it adds the namespace itself.
    String element() {
        return XmlText.of(xml -> xml.empty(ELEMENT, attributes()));
    }

    private Object[] attributes() {
        return new Object[] {
            "id",
            vm,
            "name",
            name,
            "tenant",
            owner.tenant().id(),
            "tenantName",
            owner.tenant().name(),
            "project",
            owner.project().id(),
            "projectName",
            owner.project().name(),
            "environment",
            owner.environment().id(),
            "environmentName",
            owner.environment().name(),
            "epoch",
            revision.epoch(),
            "generation",
            revision.generation(),
            "specHash",
            specHash,
            "coldHash",
            coldHash,
            "layout",
            layout,
            "run",
            run,
            "reboot",
            reboot,
            "rebootFrom",
            rebootFrom
        };
    }
}
