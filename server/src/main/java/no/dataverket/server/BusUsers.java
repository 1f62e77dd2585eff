package no.dataverket.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.dataverket.core.bus.Bus;

/// The users of the bus: each service may say and hear what its work needs and nothing else.
final class BusUsers {

    private static final List<String> JETSTREAM = List.of("$JS.API.>", "$JS.ACK.>", "_INBOX.>");
    private static final Map<String, Subjects> RIGHTS = rights();

    private final Map<String, String> passwords;

    private record Subjects(List<String> publish, List<String> subscribe) {}

    private BusUsers(Map<String, String> passwords) {
        this.passwords = passwords;
    }

    /// The users whose passwords are kept in the directory; made where they are missing.
    static BusUsers in(Path directory) {
        return in(directory, "");
    }

    /// The users whose passwords are kept in files whose names begin with the prefix.
    static BusUsers in(Path directory, String prefix) {
        var passwords = new TreeMap<String, String>();
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            for (var service : RIGHTS.keySet()) {
                passwords.put(service, password(directory.resolve(prefix + service)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new BusUsers(passwords);
    }

    Bus.Settings.Credentials credentials(String service) {
        var password = passwords.get(service);
        if (password == null) {
            throw new IllegalArgumentException("The bus has no user " + service);
        }
        return new Bus.Settings.Credentials(service, password.toCharArray());
    }

    /// The part of the server's configuration that says who may do what.
    String configuration() {
        return passwords.entrySet().stream()
                .map(user -> user(user.getKey(), user.getValue(), RIGHTS.getOrDefault(user.getKey(), none())))
                .collect(Collectors.joining("\n", "authorization {\n  users = [\n", "\n  ]\n}\n"));
    }

    private static String user(String name, String password, Subjects subjects) {
        return "    { user: \"" + name + "\", password: \"" + password + "\", permissions: {"
                + " publish: { allow: " + list(subjects.publish()) + " },"
                + " subscribe: { allow: " + list(subjects.subscribe()) + " },"
                + " allow_responses: true } }";
    }

    private static String list(List<String> subjects) {
        return subjects.stream().map(subject -> '"' + subject + '"').collect(Collectors.joining(", ", "[", "]"));
    }

    private static Map<String, Subjects> rights() {
        return new TreeMap<>(Map.of(
                "sentral",
                        subjects(
                                List.of("dv.*.cmd.>", "dv.*.req.>", "dv.*.evt.>", "dv.sentral.sig.>"),
                                List.of(
                                        "dv.*.beat",
                                        "dv.sentral.sig.>",
                                        "dv.sentral.req.>",
                                        "dv.identitet.evt.token.revoked")),
                "identitet", service("identitet", List.of()),
                "maskin", service("maskin", List.of()),
                "nett", service("nett", List.of("dv.maskin.req.describe-host")),
                "server", subjects(List.of(), List.of("dv.*.req.describe-service", "dv.*.req.switch-service"))));
    }

    /// A service says what is its own, and says again what was sent to it: a dead letter that is replayed.
    private static Subjects service(String name, List<String> asks) {
        var own = "dv." + name + ".";
        var publish = new java.util.ArrayList<>(
                List.of(own + "evt.>", own + "cmd.>", own + "beat", "dv.task.evt.step-reported"));
        publish.addAll(asks);
        return subjects(publish, List.of(own + "req.>"));
    }

    private static Subjects subjects(List<String> publish, List<String> subscribe) {
        var says = new java.util.ArrayList<>(JETSTREAM);
        says.addAll(publish);
        var hears = new java.util.ArrayList<>(List.of("_INBOX.>"));
        hears.addAll(subscribe);
        return new Subjects(says, hears);
    }

    private static Subjects none() {
        return new Subjects(List.of(), List.of());
    }

    /// The password in the file, made up where there is none.
    static String password(Path file) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var text = HexFormat.of().formatHex(bytes);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
            return text;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
