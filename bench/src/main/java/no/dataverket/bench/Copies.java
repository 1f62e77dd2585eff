package no.dataverket.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.dataverket.core.json.Json;
import no.dataverket.lab.hypervisor.HostSize;
import no.dataverket.lab.hypervisor.SimulatedRuntime;
import no.dataverket.lab.hypervisor.SimulatedSite;
import no.dataverket.maskin.runtime.Boot;
import no.dataverket.maskin.runtime.DiskRequest;
import no.dataverket.maskin.runtime.Hardware;
import no.dataverket.maskin.runtime.Nic;
import no.dataverket.maskin.runtime.Owner;
import no.dataverket.maskin.runtime.Revision;
import no.dataverket.maskin.runtime.VmDefinition;
import no.dataverket.maskin.runtime.VmId;
import tools.jackson.databind.JsonNode;

/// Fills a site with machines that were not created one by one: copies of one that was, spread evenly over the
/// hosts. They are in Sentral's tables, in Maskin's, and on the simulated hosts, alike in all three. Nett does
/// not know of them. Maskin must not run meanwhile, or it would find machines that are nowhere.
final class Copies {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long DISK_BYTES = 10L << 30;

    private final MeasuredServer server;
    private final SimulatedSite hosts;

    /// @param state directory of the server
    Copies(MeasuredServer server, Path state) {
        this.server = server;
        this.hosts = new SimulatedSite(state.resolve("simulated"));
    }

    void make(int machines) {
        try (var connection = server.database()) {
            connection.setAutoCommit(false);
            rows(connection, machines);
            connection.commit();
            domains(connection);
            connection.commit();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("VACUUM ANALYZE");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The site can't be filled", failure);
        }
    }

    private static void rows(Connection connection, int machines) throws SQLException {
        try (var statement = connection.createStatement();
                var copies = connection.prepareStatement("""
                        CREATE TABLE bench.copy AS
                        WITH host AS (SELECT id, row_number() OVER (ORDER BY name) - 1 AS place FROM maskin.host),
                             hosts AS (SELECT count(*) AS n FROM maskin.host),
                             machine AS (SELECT n AS number, gen_random_uuid() AS id
                                         FROM generate_series(0, %d - 1) AS n)
                        SELECT machine.number, machine.id, host.id AS host,
                               '52:54:10:' || concat_ws(':', lpad(to_hex(number >> 16 & 255), 2, '0'),
                                   lpad(to_hex(number >> 8 & 255), 2, '0'), lpad(to_hex(number & 255), 2, '0')) AS mac,
                               'dv' || right(replace(machine.id::text, '-', ''), 10) || '-0' AS device,
                               '10.128.0.0'::inet + number AS address
                        FROM machine, hosts JOIN host ON true WHERE host.place = machine.number %% hosts.n
                        """.formatted(machines))) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS bench");
            copies.execute();
            statement.execute("ANALYZE bench.copy");
            statement.execute("""
                    CREATE TABLE bench.template AS SELECT id FROM inventory.resource WHERE kind = 'VM' AND name = 'warm-0'
                    """);
            statement.execute("""
                    INSERT INTO inventory.resource (id, kind, tenant, project, environment, datacenter, name, phase, spec,
                                                    status)
                    SELECT copy.id, kind, tenant, project, environment, datacenter, 'copy-' || copy.number, phase, spec, status
                    FROM bench.copy, inventory.resource r JOIN bench.template t ON t.id = r.id
                    """);
            statement.execute("""
                    INSERT INTO offerings.interface
                    SELECT (jsonb_populate_record(i, jsonb_build_object(
                                'vm', copy.id, 'mac', copy.mac, 'requested', null, 'address', copy.address))).*
                    FROM bench.copy, offerings.interface i JOIN bench.template t ON t.id = i.vm
                    """);
            statement.execute("""
                    INSERT INTO maskin.vm
                    SELECT (jsonb_populate_record(v, jsonb_build_object(
                               'id', copy.id, 'host', copy.host,
                               'disk_path', replace(v.disk_path, v.id::text, copy.id::text),
                               'seed_path', replace(v.seed_path, v.id::text, copy.id::text),
                               'definition',
                               replace(v.definition::text, v.id::text, copy.id::text)::jsonb
                                   || jsonb_build_object('name', 'copy-' || copy.number,
                                          'nics', jsonb_build_array(v.definition -> 'nics' -> 0 || jsonb_build_object(
                                              'mac', copy.mac, 'host_device', copy.device)))))).*
                    FROM bench.copy, maskin.vm v JOIN bench.template t ON t.id = v.id
                    """);
            statement.execute("""
                    INSERT INTO maskin.placement_decision
                    SELECT (jsonb_populate_record(d, jsonb_build_object('vm', copy.id))).*
                    FROM bench.copy, maskin.placement_decision d JOIN bench.template t ON t.id = d.vm
                    """);
            statement.execute("ANALYZE maskin.vm, maskin.host");
            statement.execute("""
                    UPDATE maskin.host h
                    SET vcpus_reserved = h.vcpus_reserved + v.vcpus * taken.n,
                        memory_mib_reserved = h.memory_mib_reserved + v.memory_mib * taken.n
                    FROM (SELECT host, count(*) AS n FROM bench.copy GROUP BY host) AS taken,
                         maskin.vm v JOIN bench.template t ON t.id = v.id
                    WHERE h.id = taken.host
                    """);
        }
    }

    private void domains(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (var row = statement.executeQuery("""
                    SELECT h.name AS host, v.id, v.ownership, v.revision, v.definition::text AS definition
                    FROM bench.copy c JOIN maskin.vm v ON v.id = c.id JOIN maskin.host h ON h.id = v.host
                    ORDER BY h.name
                    """)) {
                var name = "";
                SimulatedRuntime host = null;
                while (row.next()) {
                    if (host == null || !row.getString("host").equals(name)) {
                        if (host != null) {
                            host.close();
                        }
                        name = row.getString("host");
                        host = hosts.open(name, HostSize.large());
                    }
                    run(
                            host,
                            definition(
                                    new VmId(row.getObject("id", UUID.class)),
                                    new Revision(row.getLong("ownership"), row.getLong("revision")),
                                    Json.tree(row.getString("definition"))));
                }
                if (host != null) {
                    host.close();
                }
            }
        }
    }

    private static void run(SimulatedRuntime host, VmDefinition definition) {
        var vm = definition.id();
        var revision = definition.revision();
        host.ensureDisk(
                new DiskRequest(vm, revision, Path.of("/images/blank/disk.raw"), DiskRequest.Format.RAW, DISK_BYTES));
        host.ensureDefined(definition);
        host.ensureRunning(vm, revision, LIMIT);
    }

    private static VmDefinition definition(VmId vm, Revision revision, JsonNode spec) {
        return new VmDefinition(
                vm,
                spec.path("name").asString(),
                Json.convert(spec.path("owner"), Owner.class),
                revision,
                new Hardware(
                        spec.path("machine_type").asString(),
                        spec.path("vcpus").asInt(),
                        spec.path("memory_mib").asInt()),
                new VmDefinition.Drives(
                        Path.of(spec.path("disk").asString()),
                        Path.of(spec.path("seed").asString())),
                boot(spec),
                List.of(Json.convert(spec.path("nics"), Nic[].class)));
    }

    private static Boot boot(JsonNode spec) {
        return spec.hasNonNull("kernel") && spec.hasNonNull("initrd")
                ? new Boot.FromKernel(
                        Path.of(spec.path("kernel").asString()),
                        Path.of(spec.path("initrd").asString()),
                        spec.path("cmdline").asString())
                : new Boot.FromDisk();
    }
}
