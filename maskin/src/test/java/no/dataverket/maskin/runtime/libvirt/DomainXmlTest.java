package no.dataverket.maskin.runtime.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import no.dataverket.maskin.runtime.Boot;
import no.dataverket.maskin.runtime.Configuration;
import no.dataverket.maskin.runtime.DataDisk;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.Samples;
import no.dataverket.maskin.runtime.Virtualization;
import no.dataverket.maskin.runtime.VmDefinition;
import org.junit.jupiter.api.Test;

final class DomainXmlTest {

    private static final Path LOG = Path.of("/vms/console.log");

    private final VmDefinition definition = Samples.definition();

    @Test
    void theDomainIsNamedAndMarkedAsOurs() {
        var domain = translate(definition);

        assertThat(domain.attribute("type")).isEqualTo("qemu");
        assertThat(text(domain, "uuid")).isEqualTo(definition.id().toString());
        assertThat(text(domain, "name")).isEqualTo("dv-444455556666");
        assertThat(text(domain, "title")).isEqualTo("Acme/Shop/test/web-1");
        var metadata = DomainMetadata.find(domain).orElseThrow();
        assertThat(metadata.vm()).isEqualTo(definition.id());
        assertThat(metadata.owner()).isEqualTo(definition.owner());
        assertThat(metadata.revision()).isEqualTo(new Revision(2, 7));
        assertThat(metadata.specHash()).isEqualTo(definition.specHash());
    }

    @Test
    void theGuestGetsWhatTheDefinitionSays() {
        var domain = translate(definition);

        assertThat(text(domain, "memory")).isEqualTo("1024");
        assertThat(text(domain, "vcpu")).isEqualTo("2");
        assertThat(domain.attributeAt("machine", "os", "type")).isEqualTo("pc-q35-7.2");
        assertThat(text(domain, "os", "cmdline")).isEqualTo("console=ttyS0 quiet");
        assertThat(text(domain, "on_poweroff")).isEqualTo("destroy");
        assertThat(text(domain, "on_reboot")).isEqualTo("restart");
        assertThat(text(domain, "on_crash")).isEqualTo("destroy");
        assertThat(domain.attributeAt("file", "devices", "serial", "log")).isEqualTo("/vms/console.log");
        var disks = domain.at("devices").orElseThrow().children("disk");
        assertThat(disks)
                .extracting(disk -> disk.attributeAt("file", "source"))
                .containsExactly("/vms/disk.qcow2", "/vms/seed.iso");
        assertThat(disks.getLast().at("readonly")).isPresent();
    }

    @Test
    void whatWasWrittenIsReadBack() {
        assertThat(DomainConfiguration.read(translate(definition))).isEqualTo(Configuration.of(definition));
    }

    @Test
    void whatSomebodyWroteInsteadIsReadToo() {
        var changed = DomainConfiguration.read(XmlTree.parse("""
                <domain type='qemu'>
                  <memory unit='KiB'>2097152</memory><currentMemory unit='KiB'>1048576</currentMemory>
                  <vcpu placement='static' current='1'>4</vcpu>
                  <os><type arch='x86_64' machine='pc-q35-7.2'>hvm</type><boot dev='hd'/></os>
                  <devices>
                    <disk type='file' device='disk'><source file='/vms/disk.qcow2'/><target dev='vda'/></disk>
                    <disk type='file' device='cdrom'><target dev='sda'/></disk>
                    <interface type='network'><mac address='52:54:00:aa:01:01'/></interface>
                  </devices>
                </domain>
                """));

        assertThat(changed.memoryKib()).isEqualTo(2 << 20);
        assertThat(changed.givenKib()).isEqualTo(1 << 20);
        assertThat(changed.vcpus()).isEqualTo(4);
        assertThat(changed.givenVcpus()).isEqualTo(1);
        assertThat(changed.boot()).isEqualTo("from its disk");
        assertThat(changed.drives()).containsOnlyKeys("disk", "sda");
        assertThat(changed.nics()).singleElement().asString().startsWith("elsewhere: 52:54:00:aa:01:01");
    }

    @Test
    void aGuestWithALoaderOfItsOwnStartsFromItsDisk() {
        var fromDisk = new VmDefinition(
                definition.id(),
                "x",
                definition.owner(),
                definition.revision(),
                definition.hardware(),
                definition.drives(),
                new Boot.FromDisk(),
                List.of());

        var domain = translate(fromDisk);

        assertThat(domain.attributeAt("dev", "os", "boot")).isEqualTo("hd");
        assertThat(domain.at("os", "kernel")).isEmpty();
    }

    @Test
    void anInterfaceIsAPortOfTheSwitchInItsVlan() {
        var nics = translate(definition).at("devices").orElseThrow().children("interface");

        assertThat(nics).hasSize(2);
        var first = nics.getFirst();
        assertThat(first.attributeAt("address", "mac")).isEqualTo("52:54:00:aa:01:01");
        assertThat(first.attributeAt("bridge", "source")).isEqualTo("br-int");
        assertThat(first.attributeAt("type", "virtualport")).isEqualTo("openvswitch");
        assertThat(first.attributeAt("id", "vlan", "tag")).isEqualTo("10");
        assertThat(first.attributeAt("size", "mtu")).isEqualTo("1450");
        assertThat(nics.getLast().at("vlan")).isEmpty();
    }

    @Test
    void aDataDiskIsRawAndKeepsItsNameSerialAndPlace() {
        var data = List.of(
                new DataDisk(7, Path.of("/volumes/h/disk.1.raw"), "0123456789abcdefghij"),
                new DataDisk(0, Path.of("/volumes/a/disk.4.raw"), "abcdefghij0123456789"));
        var devices = translate(definitionWith(data)).at("devices").orElseThrow();
        var disks = devices.children("disk");

        assertThat(disks).hasSize(4);
        var first = disks.get(2);
        assertThat(first.attributeAt("type", "driver")).isEqualTo("raw");
        assertThat(first.attributeAt("file", "source")).isEqualTo("/volumes/a/disk.4.raw");
        assertThat(first.attributeAt("dev", "target")).isEqualTo("vdc");
        assertThat(text(first, "serial")).isEqualTo("abcdefghij0123456789");
        assertThat(first.attributeAt("bus", "address")).isEqualTo("0x11");
        assertThat(disks.getLast().attributeAt("dev", "target")).isEqualTo("vdj");
        assertThat(disks.getLast().attributeAt("bus", "address")).isEqualTo("0x18");
        var ports = devices.children("controller").stream()
                .filter(controller -> controller.attribute("model").equals("pcie-root-port"))
                .toList();
        assertThat(ports).hasSize(24);
        assertThat(DomainXml.nicIndex("0x11")).isEmpty();
        var alone = translate(definitionWith(List.of(data.getFirst())))
                .at("devices")
                .orElseThrow()
                .children("disk");
        assertThat(alone.getLast().attributeAt("bus", "address")).isEqualTo("0x18");
    }

    @Test
    void withoutDataDisksAMachineIsWhatItWasBeforeThereWereAny() {
        var ports = translate(definition).at("devices").orElseThrow().children("controller").stream()
                .filter(controller -> controller.attribute("model").equals("pcie-root-port"))
                .toList();
        assertThat(ports).hasSize(16);
        assertThat(definitionWith(List.of()).specHash()).isEqualTo(definition.specHash());
        var one = new DataDisk(0, Path.of("/volumes/a/disk.4.raw"), "a");
        var later = new DataDisk(0, Path.of("/volumes/a/disk.5.raw"), "a");
        assertThat(definitionWith(List.of(one)).coldHash())
                .isNotEqualTo(definition.coldHash())
                .isNotEqualTo(definitionWith(List.of(later)).coldHash());
    }

    private VmDefinition definitionWith(List<DataDisk> data) {
        return new VmDefinition(
                definition.id(),
                definition.name(),
                definition.owner(),
                definition.revision(),
                definition.hardware(),
                new VmDefinition.Drives(
                        definition.drives().disk(), definition.drives().seed(), data),
                definition.boot(),
                definition.nics());
    }

    @Test
    void eachDeviceHasAPlaceOfItsOwnThatStays() {
        var before = new HashSet<>();
        var devices = translate(definition).at("devices").orElseThrow();
        for (var kind : List.of("disk", "interface", "rng", "memballoon", "controller")) {
            for (var device : devices.children(kind)) {
                var place = device.at("address");
                place.ifPresent(address -> assertThat(before.add(address.attribute("bus") + " "
                                + address.attribute("slot") + " " + address.attribute("function")))
                        .isTrue());
            }
        }

        var second = definition.nics().getLast();
        var alone = translate(definition.withNics(List.of(second)))
                .at("devices", "interface")
                .orElseThrow();
        assertThat(alone.attributeAt("bus", "address")).isEqualTo("0x7");
    }

    @Test
    void anInterfaceIsTheSameAloneAsInItsDomain() {
        var nic = definition.nics().getFirst();

        var alone = XmlTree.parse(DomainXml.nic(definition.id(), nic));

        assertThat(alone.attributeAt("interfaceid", "virtualport", "parameters"))
                .isEqualTo(translate(definition)
                        .attributeAt("interfaceid", "devices", "interface", "virtualport", "parameters"));
    }

    @Test
    void nothingCanBeSlippedIntoADomain() {
        var evil = "</title><devices/>\"'&<![CDATA[";
        var scope = new Owner.Scope(evil, evil);
        var odd = new VmDefinition(
                definition.id(),
                evil,
                new Owner(scope, scope, scope),
                definition.revision(),
                definition.hardware(),
                new VmDefinition.Drives(Path.of("/vms/<a>&\"b\""), Path.of("/vms/seed.iso")),
                definition.boot(),
                List.of());

        var domain = translate(odd);

        assertThat(domain.children("devices")).hasSize(1);
        assertThat(domain.attributeAt("file", "devices", "disk", "source")).isEqualTo("/vms/<a>&\"b\"");
        assertThat(DomainMetadata.find(domain).orElseThrow().name()).isEqualTo(evil);
        var element = XmlTree.parse(DomainMetadata.of(odd).element());
        assertThat(element.attribute("name")).isEqualTo(evil);
    }

    @Test
    void aDomainOfOthersIsNotOurs() {
        var foreign = XmlTree.parse("<domain><metadata><vm xmlns='urn:other' id='x'/></metadata></domain>");

        assertThat(DomainMetadata.find(foreign)).isEmpty();
        assertThat(DomainMetadata.find(XmlTree.parse("<domain/>"))).isEmpty();
    }

    private static XmlTree translate(VmDefinition definition) {
        return XmlTree.parse(DomainXml.of(definition, DomainMetadata.of(definition), Virtualization.EMULATION, LOG));
    }

    private static String text(XmlTree tree, String... path) {
        return tree.at(path).orElseThrow().text();
    }
}
