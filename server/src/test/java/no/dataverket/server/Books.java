package no.dataverket.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.dataverket.contract.Id;
import no.dataverket.sentral.tenancy.UsageChecker;
import org.jspecify.annotations.Nullable;

/// The databases of a server as they are, and whether they agree with each other and with the simulated
/// hypervisors.
final class Books {

    /// Tables that rise and fall with what goes on by itself.
    private static final List<String> RESTLESS = List.of("lease", "flyway_schema_history", "observation", "drift");

    private final Path postgres;
    private final Path simulated;
    private @Nullable Connection connection;

    /// @param postgres directory of the database server
    /// @param simulated directory of the simulated hypervisors' journals
    Books(Path postgres, Path simulated) {
        this.postgres = postgres;
        this.simulated = simulated;
    }

    /// All that must never be, each as a sentence; what is still on its way between two services may be among
    /// it, so ask until it settles.
    List<String> contradictions() {
        var found = new ArrayList<String>();
        UsageChecker.statements()
                .forEach((name, sql) -> expectNone(
                        found,
                        name,
                        "SELECT subject || ': expected ' || expected || ', found ' || found FROM (" + sql
                                + ") AS differing"));
        expectNone(found, "a charge without a resource", """
                SELECT c.resource || ' ' || c.dimension FROM tenancy.charge c
                WHERE NOT EXISTS (SELECT FROM inventory.resource r WHERE r.id = c.resource)
                """);
        expectNone(found, "a failed machine holds something", """
                SELECT r.name || ' ' || c.dimension FROM inventory.resource r JOIN tenancy.charge c ON c.resource = r.id
                WHERE r.kind = 'VM' AND r.phase = 'FAILED'
                """);
        expectNone(found, "a machine with a place that nobody knows", """
                SELECT m.id::text FROM maskin.vm m WHERE NOT EXISTS (
                    SELECT FROM inventory.resource r WHERE r.id = m.id AND r.phase <> 'FAILED')
                """);
        expectNone(found, "a machine that should run has no place, or not that power", """
                SELECT r.name || ' ' || coalesce(m.state || ' ' || m.power, 'nowhere')
                FROM inventory.resource r LEFT JOIN maskin.vm m ON m.id = r.id
                WHERE r.kind = 'VM' AND r.phase = 'RUNNING' AND (m.state, m.power) IS DISTINCT FROM ('DEFINED', 'RUNNING')
                """);
        expectNone(found, "a host's reservation is not the sum of its machines", """
                SELECT h.name || ' ' || h.vcpus_reserved || ' <> ' || coalesce(sum(m.vcpus), 0)
                FROM maskin.host h LEFT JOIN maskin.vm m ON m.host = h.id
                GROUP BY h.id HAVING h.vcpus_reserved <> coalesce(sum(m.vcpus), 0)
                    OR h.memory_mib_reserved <> coalesce(sum(m.memory_mib), 0)
                """);
        expectNone(found, "a volume that is attached here and not there", """
                SELECT coalesce(a.volume, v.id) || ' ' || coalesce(a.vm::text, '-') || ' ' || coalesce(v.vm::text, '-')
                FROM offerings.volume_attachment a FULL JOIN (SELECT * FROM maskin.volume WHERE vm IS NOT NULL) v
                    ON v.id = a.volume
                WHERE (a.vm, a.position) IS DISTINCT FROM (v.vm, v.position)
                """);
        expectNone(found, "a volume that is there and that nobody knows", """
                SELECT v.id::text FROM maskin.volume v WHERE NOT v.removed AND NOT EXISTS (
                    SELECT FROM inventory.resource r WHERE r.id = v.id AND r.phase <> 'FAILED')
                """);
        expectNone(found, "a copy of a volume that is there and that nobody knows, or the reverse", """
                SELECT coalesce(c.id, r.id)::text
                FROM (SELECT id FROM maskin.volume_snapshot WHERE taken
                      UNION ALL SELECT id FROM maskin.volume_backup WHERE digest IS NOT NULL) c
                FULL JOIN (SELECT id FROM inventory.resource WHERE kind IN ('SNAPSHOT', 'BACKUP') AND phase = 'READY') r
                    ON r.id = c.id
                WHERE c.id IS NULL OR r.id IS NULL
                """);
        expectNone(found, "an interface without its port, or with another address", """
                SELECT i.vm || ' ' || i.position || ' ' || coalesce(host(i.address), '-') || ' ' || coalesce(host(p.address), '-')
                FROM offerings.interface i FULL JOIN (SELECT * FROM nett.port WHERE state = 'ATTACHED') p
                    ON p.vm = i.vm AND p.number = i.position
                WHERE (i.address, i.network) IS DISTINCT FROM (p.address, p.network_id)
                """);
        expectNone(found, "an address that no port has, or the reverse", """
                SELECT coalesce(host(a.address), '-') || ' ' || coalesce(host(p.address), '-')
                FROM (SELECT * FROM nett.allocation WHERE state = 'ALLOCATED' AND purpose = 'PORT') a
                FULL JOIN (SELECT * FROM nett.port WHERE state = 'ATTACHED') p ON p.id = a.owner AND p.address = a.address
                WHERE a.id IS NULL OR p.id IS NULL
                """);
        expectNone(found, "a count of addresses in a chunk is wrong", """
                SELECT base::text FROM nett.chunk WHERE free <> 256 - length(replace(taken::text, '0', ''))
                """);
        expectNone(found, "a network's budget is not its number of interfaces", """
                SELECT b.owner || ' ' || b.used FROM tenancy.budget b
                WHERE b.dimension = 'addresses'
                    AND b.used <> (SELECT count(*) FROM offerings.interface i WHERE i.network = b.owner)
                """);
        for (var schema : outboxes()) {
            expectNone(found, "a message of " + schema + " is not sent", "SELECT subject FROM " + schema + ".outbox");
        }
        expectNone(found, "a task that is final has a resource", """
                SELECT r.name FROM inventory.resource r JOIN tasks.task t ON t.id = r.active_task WHERE t.wake_at IS NULL
                """);
        var wanted = strings("SELECT id::text FROM maskin.vm WHERE state = 'DEFINED'");
        var domains = domains();
        if (!List.copyOf(domains.keySet()).equals(wanted.stream().sorted().toList())) {
            found.add("the hypervisors have " + domains + " but should have " + wanted);
        }
        domains.forEach((vm, hosts) -> {
            if (hosts.size() > 1) {
                found.add(vm + " is on " + hosts);
            }
        });
        return found;
    }

    /// Steps whose effect was brought about more than once, as the services' own books say: each command is one
    /// execution, and a step has one that did it and at most one that undid it. What others rely on is rightly
    /// validated again once what was seen is a minute old.
    List<String> doneTwice() {
        return strings("""
                SELECT i.task || ' ' || i.step || ' ' || count(*) || ' of ' || t.kind || ' ' || t.state
                    || ' at ' || string_agg(i.handled_at::text, ', ' ORDER BY i.handled_at) FROM (
                    SELECT task, step, handled_at, report FROM maskin.inbox
                    UNION ALL SELECT task, step, handled_at, report FROM nett.inbox) i
                JOIN tasks.task t ON t.id = i.task
                WHERE i.report ->> 'outcome' = 'SUCCEEDED'
                GROUP BY i.task, i.step, t.kind, t.state
                HAVING count(*) > CASE t.state WHEN 'SUCCEEDED' THEN 1 ELSE 2 END
                    AND (i.step NOT IN ('attach', 'confirm-network')
                        OR max((i.report #>> '{result,observed_at}')::timestamptz)
                            - min((i.report #>> '{result,observed_at}')::timestamptz) < interval '1 minute')
                """);
    }

    /// How many interfaces, ports, machines there are, and how many addresses and disks are held.
    Map<String, Long> held() {
        var held = new LinkedHashMap<String, Long>();
        held.put("machines of Sentral", number("SELECT count(*) FROM inventory.resource WHERE kind = 'VM'"));
        held.put("machines of Maskin", number("SELECT count(*) FROM maskin.vm"));
        held.put("interfaces", number("SELECT count(*) FROM offerings.interface"));
        held.put("ports", number("SELECT count(*) FROM nett.port WHERE state = 'ATTACHED'"));
        held.put(
                "addresses",
                number("SELECT count(*) FROM nett.allocation WHERE state = 'ALLOCATED' AND purpose = 'PORT'"));
        held.put("reserved vCPUs", number("SELECT coalesce(sum(vcpus_reserved), 0) FROM maskin.host"));
        held.put(
                "charged machines",
                number("SELECT count(DISTINCT resource) FROM tenancy.charge WHERE dimension = 'vms'"));
        held.put("domains", (long) domains().size());
        held.put("disks", (long) disks().size());
        return held;
    }

    /// Rows of every table in some schemas.
    Map<String, Long> rows(String... schemas) {
        var rows = new TreeMap<String, Long>();
        for (var schema : schemas) {
            var tables = strings("SELECT table_name FROM information_schema.tables WHERE table_schema = '" + schema
                    + "' AND table_type = 'BASE TABLE'");
            for (var table : tables) {
                if (!RESTLESS.contains(table)) {
                    rows.put(schema + "." + table, number("SELECT count(*) FROM " + schema + "." + table));
                }
            }
        }
        return rows;
    }

    /// The simulated hypervisors' domains, each with the hosts that have it.
    Map<String, List<String>> domains() {
        return journaled("defined");
    }

    /// The disks that the simulated hypervisors have.
    Map<String, List<String>> disks() {
        return journaled("disk");
    }

    /// Tables of any service with a row in which the text stands.
    List<String> tablesWith(String text) {
        return strings("""
                SELECT table_schema || '.' || table_name FROM information_schema.tables
                WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                """).stream()
                .filter(table ->
                        number("SELECT count(*) FROM " + table + " AS t WHERE t::text LIKE '%" + text + "%'") > 0)
                .toList();
    }

    List<String> strings(String sql) {
        return query(sql, row -> {
            var values = new ArrayList<String>();
            while (row.next()) {
                values.add(String.valueOf(row.getString(1)));
            }
            return values;
        });
    }

    long number(String sql) {
        return Long.parseLong(strings(sql).getFirst());
    }

    /// Changes the database behind everybody's back.
    void execute(String sql) {
        var unused = query("SELECT 1", java.sql.ResultSet::next);
        try (var statement = java.util.Objects.requireNonNull(connection).createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    private interface Reading<T> {
        T of(java.sql.ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Reading<T> reading) {
        try {
            return read(sql, reading);
        } catch (SQLException databaseWasStartedAgain) {
            connection = null;
        }
        try {
            return read(sql, reading);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    private <T> T read(String sql, Reading<T> reading) throws SQLException {
        if (connection == null) {
            var password = RunningServer.text(postgres.resolve("secrets/superuser"));
            connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port() + "/dataverket", "postgres", password);
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return reading.of(rows);
        }
    }

    /// The port of the database, of which the process may be new.
    int port() {
        return Integer.parseInt(RunningServer.text(postgres.resolve("data/postmaster.pid"))
                .lines()
                .skip(3)
                .findFirst()
                .orElseThrow()
                .strip());
    }

    private List<String> outboxes() {
        return strings("SELECT table_schema FROM information_schema.tables WHERE table_name = 'outbox'");
    }

    private void expectNone(List<String> found, String rule, String sql) {
        strings(sql).forEach(row -> found.add(rule + ": " + row));
    }

    /// What the journals say was made and not removed since.
    private Map<String, List<String>> journaled(String event) {
        var there = new TreeMap<String, List<String>>();
        for (var journal :
                java.util.Objects.requireNonNullElse(simulated.toFile().listFiles(), new java.io.File[0])) {
            var host = new ArrayList<String>();
            for (var line : RunningServer.text(journal.toPath()).lines().toList()) {
                var fields = Stream.of(line.split("\t", -1)).toList();
                if (fields.getFirst().equals("removed") || fields.getFirst().equals("vanished")) {
                    host.remove(fields.get(1));
                } else if (fields.getFirst().equals(event) && !host.contains(fields.get(1))) {
                    host.add(fields.get(1));
                }
            }
            host.forEach(vm -> there.computeIfAbsent(uuid(vm), ignored -> new ArrayList<>())
                    .add(journal.getName()));
        }
        return there;
    }

    private static String uuid(String vm) {
        return Id.tryParse(vm).map(id -> id.uuid().toString()).orElse(vm);
    }
}
