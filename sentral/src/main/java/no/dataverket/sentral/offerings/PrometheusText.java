package no.dataverket.sentral.offerings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.api.VmStats;
import no.dataverket.contract.api.VmStats.MeasuredState;

/// What machines use, in the text format that Prometheus reads. A machine that does not run has only the
/// series which says so: counters that stood still would look like one that runs and does nothing.
///
/// Source: Prometheus documentation, "Exposition formats", text format 0.0.4.
final class PrometheusText {

    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final int NANO_DIGITS = 9;

    private final Map<String, List<String>> families = new LinkedHashMap<>();

    private PrometheusText() {}

    static String of(List<VmStats> machines) {
        var text = new PrometheusText();
        machines.forEach(text::add);
        return text.render();
    }

    private void add(VmStats machine) {
        var labels = labels(machine);
        add(
                "vm_state gauge 1 for the state that a machine is in.",
                labels + label("state", machine.state().name()),
                "1");
        if (machine.state() != MeasuredState.RUNNING) {
            return;
        }
        add("vm_vcpus gauge Virtual CPUs.", labels, machine.vcpus());
        add(
                "vm_cpu_seconds_total counter Processor time since the start.",
                labels,
                BigDecimal.valueOf(machine.cpuNanoseconds(), NANO_DIGITS).toPlainString());
        add("vm_memory_bytes gauge Memory that the guest has.", labels, machine.memoryBytes());
        var resident = machine.residentBytes();
        if (resident != null) {
            add("vm_memory_resident_bytes gauge Memory that it takes on its hypervisor.", labels, resident);
        }
        machine.disks().forEach(disk -> {
            var of = labels + label("disk", disk.name());
            add("vm_disk_read_bytes_total counter Read since the start.", of, disk.readBytes());
            add("vm_disk_reads_total counter Reads since the start.", of, disk.reads());
            add("vm_disk_written_bytes_total counter Written since the start.", of, disk.writtenBytes());
            add("vm_disk_writes_total counter Writes since the start.", of, disk.writes());
        });
        machine.interfaces().forEach(face -> {
            var of = labels + label("interface", Integer.toString(face.index()));
            add("vm_network_receive_bytes_total counter Received since the start.", of, face.receivedBytes());
            add("vm_network_receive_packets_total counter Packets received.", of, face.receivedPackets());
            add(
                    "vm_network_receive_drop_total counter Packets dropped before they arrived.",
                    of,
                    face.receivedDropped());
            add("vm_network_transmit_bytes_total counter Sent since the start.", of, face.sentBytes());
            add("vm_network_transmit_packets_total counter Packets sent.", of, face.sentPackets());
            add("vm_network_transmit_drop_total counter Packets dropped before they left.", of, face.sentDropped());
        });
    }

    private void add(String family, String labels, long value) {
        add(family, labels, Long.toString(value));
    }

    /// @param family name, type and help, with spaces between them
    private void add(String family, String labels, String value) {
        var name = family.substring(0, family.indexOf(' '));
        families.computeIfAbsent(family, unused -> new ArrayList<>())
                .add("dataverket_" + name + "{" + labels.substring(1) + "} " + value);
    }

    private static String labels(VmStats machine) {
        var names = machine.address().split("/", -1);
        return label("vm", machine.vm().toString())
                + label("name", machine.name())
                + label("tenant", names[0])
                + label("project", names[1])
                + label("environment", names[2])
                + label("datacenter", machine.datacenter());
    }

    private static String label(String name, String value) {
        var escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return "," + name + "=\"" + escaped + "\"";
    }

    private String render() {
        var text = new StringBuilder();
        families.forEach((family, samples) -> {
            var words = family.split(" ", 3);
            text.append("# HELP dataverket_")
                    .append(words[0])
                    .append(' ')
                    .append(words[2])
                    .append('\n');
            text.append("# TYPE dataverket_")
                    .append(words[0])
                    .append(' ')
                    .append(words[1])
                    .append('\n');
            samples.forEach(sample -> text.append(sample).append('\n'));
        });
        return text.toString();
    }
}
