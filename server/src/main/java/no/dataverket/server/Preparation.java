package no.dataverket.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import no.dataverket.core.service.ServiceDefinition;

/// Writes down what PostgreSQL and NATS need before server processes can share them: a password for each role and
/// each user, the SQL that makes roles and schemas, the users' part of the NATS configuration. Safe to repeat:
/// passwords that are there are kept.
final class Preparation {

    static final String ROLES = "roles.sql";
    static final String USERS = "bus-users.conf";

    private final Path directory;

    /// @param directory becomes, or is, readable for its owner only
    Preparation(Path directory) {
        this.directory = directory;
    }

    void write(List<ServiceDefinition> services) {
        var users = BusUsers.in(directory, "bus-");
        secret(USERS, users.configuration());
        secret(ROLES, services.stream().map(this::role).collect(Collectors.joining("\n", """
                -- Run once as a superuser, in the database of the platform; again after an upgrade that adds schemas.
                CREATE EXTENSION IF NOT EXISTS btree_gist;
                REVOKE CREATE ON SCHEMA public FROM PUBLIC;

                """, "")));
    }

    private String role(ServiceDefinition service) {
        var password = BusUsers.password(directory.resolve("database-" + service.name()));
        var schemas = service.schemas().stream()
                .map(schema -> "CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION " + service.name() + ";\n")
                .collect(Collectors.joining());
        return """
                DO $$ BEGIN
                    CREATE ROLE %1$s LOGIN;
                EXCEPTION WHEN duplicate_object THEN NULL;
                END $$;
                ALTER ROLE %1$s PASSWORD '%2$s';
                %3$s""".formatted(service.name(), password, schemas);
    }

    private void secret(String name, String text) {
        var file = directory.resolve(name);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
