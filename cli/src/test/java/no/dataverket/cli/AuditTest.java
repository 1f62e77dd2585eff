package no.dataverket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditTest {

    private static final String GENESIS = hash(new byte[0], "dataverket audit chain 1");

    @TempDir
    private Path home;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anExportIsVerifiedWithoutTheServer() throws IOException {
        var records = records(3);
        serve(3, records);

        var exported = new Run(home).against(server).run("dv audit export --file audit.jsonl");
        assertThat(exported.exit()).as(exported.err()).isZero();
        assertThat(exported.err()).contains("3 records are in audit.jsonl");
        var onTheOutput = new Run(home).against(server).run("dv audit export");
        assertThat(onTheOutput.out()).isEqualTo(Files.readString(home.resolve("audit.jsonl")));
        server.close();

        var verified = new Run(home).run("dv audit verify --file audit.jsonl");
        assertThat(verified.exit()).as(verified.out()).isZero();
        assertThat(verified.out()).isEqualTo("3 records are whole and unchanged\n");
    }

    @Test
    void whatCameAfterTheHeadsWereReadIsLeftOut() {
        serve(2, records(3));
        var exported = new Run(home).against(server).run("dv audit export");
        assertThat(exported.out().lines()).hasSize(3);
        assertThat(new Run(home)
                        .typing(exported.out())
                        .run("dv audit verify --file -")
                        .exit())
                .isZero();
    }

    @Test
    void whatIsAlteredMissingOrReorderedInAFileIsNamed() throws IOException {
        serve(4, records(4));
        var lines = new ArrayList<>(new Run(home)
                .against(server)
                .run("dv audit export")
                .out()
                .lines()
                .toList());

        var altered = new ArrayList<>(lines);
        altered.set(2, altered.get(2).replace("web-2", "web-9"));
        expect(altered, "ALTERED  chain 1, place 2, aud_2: the text does not have the hash ");
        var without = new ArrayList<>(lines);
        without.remove(2);
        expect(without, "MISSING  chain 1, place 2: ");
        var cut = lines.subList(0, 4);
        expect(cut, "MISSING  chain 1, place 4: ");
        var swapped = new ArrayList<>(lines);
        swapped.set(2, lines.get(3).replace("\"position\":3", "\"position\":2"));
        swapped.set(3, lines.get(2).replace("\"position\":2", "\"position\":3"));
        expect(swapped, "REORDERED  chain 1, place 2, aud_3: follows ");
        expect(lines.subList(1, 5), "MISSING  chain 1, place 0: ");

        Files.writeString(home.resolve("bad.jsonl"), "not JSON\n");
        assertThat(new Run(home).run("dv audit verify --file bad.jsonl").exit()).isEqualTo(7);
    }

    @Test
    void theServersVerdictIsShownAndEndsWith20() {
        server.on("GET /v1/operator/audit:verify", """
                {"intact":false,"records":7,"chains":[],"flaws":[{"trouble":"MISSING","chain":3,"position":5,
                 "detail":"the record is missing"}]}""");
        var result = new Run(home).against(server).run("dv audit verify");
        assertThat(result.exit()).isEqualTo(20);
        assertThat(result.out()).isEqualTo("""
                MISSING  chain 3, place 5: the record is missing
                7 records were checked
                """);
        assertThat(new Run(home).against(server).run("dv audit verify -o json").out())
                .contains("\"trouble\": \"MISSING\"");
    }

    private void expect(List<String> lines, String flaw) throws IOException {
        Files.write(home.resolve("tampered.jsonl"), lines);
        var result = new Run(home).run("dv audit verify --file tampered.jsonl");
        assertThat(result.exit()).as(result.out()).isEqualTo(20);
        assertThat(result.out().lines()).anyMatch(line -> line.startsWith(flaw));
    }

    private void serve(int length, List<String> records) {
        var head = records.get(length - 1).replaceAll(".*\"hash\":\"([0-9a-f]+)\".*", "$1");
        server.on(
                "GET /v1/operator/audit-chains",
                "{\"items\":[{\"number\":1,\"length\":" + length + ",\"head\":\"" + head + "\"}]}");
        server.on("GET /v1/operator/audit-records", "{\"items\":[" + String.join(",", records) + "]}");
    }

    private static List<String> records(int count) {
        var records = new ArrayList<String>();
        var previous = GENESIS;
        for (int i = 1; i <= count; i++) {
            var record = "{\"id\":\"aud_" + i + "\",\"target_name\":\"web-" + i + " é\"}";
            var hash = hash(HexFormat.of().parseHex(previous), record);
            records.add("{\"chain\":1,\"position\":" + i + ",\"previous\":\"" + previous + "\",\"hash\":\"" + hash
                    + "\",\"record\":\"" + record.replace("\"", "\\\"") + "\"}");
            previous = hash;
        }
        return records;
    }

    private static String hash(byte[] previous, String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
