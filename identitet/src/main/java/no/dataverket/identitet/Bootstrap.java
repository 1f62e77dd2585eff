package no.dataverket.identitet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.api.PrincipalKind;
import no.dataverket.contract.api.Role;
import no.dataverket.contract.api.RoleBinding;
import no.dataverket.contract.command.IdentitetMessages;
import no.dataverket.contract.command.IdentitetMessages.IssueToken;
import no.dataverket.core.db.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the first operator in: makes a token when no operator's token is good, and leaves its secret in a
/// file that only the owner of the process can read.
///
/// The file is on the disk before the database knows the hash. A crash in between leaves a file whose secret
/// is good for nothing, and the next start writes another; the other way round it would leave a platform that
/// nobody can enter.
final class Bootstrap {

    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);
    private static final String NAME = "operator";

    private final Path file;

    Bootstrap(Path file) {
        this.file = file.toAbsolutePath();
    }

    /// Does nothing where an operator can enter already. Of two processes that start at once, one waits for
    /// the other.
    void run(Database database, TokenStore tokens) {
        database.run(transaction -> {
            transaction.update("LOCK TABLE identitet.token IN SHARE ROW EXCLUSIVE MODE");
            if (tokens.operatorCanEnter(transaction)) {
                return;
            }
            var secret = TokenSecret.random();
            write(secret);
            tokens.issue(
                    transaction,
                    new IssueToken(
                            Id.next(IdKind.TOKEN),
                            NAME,
                            new RoleBinding(Role.PLATFORM_OPERATOR, null, null),
                            secret.hash(),
                            null,
                            "service:" + IdentitetMessages.SERVICE,
                            PrincipalKind.HUMAN,
                            null));
            transaction.afterCommit(
                    () -> LOG.atInfo().addKeyValue("file", file).log("operator token made; its secret is in the file"));
        });
    }

    private void write(TokenSecret secret) {
        var directory = Objects.requireNonNull(file.getParent(), "directory of the bootstrap file");
        var content = ByteBuffer.wrap((secret.text() + "\n").getBytes(StandardCharsets.US_ASCII));
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var draft = Files.createTempFile(
                    directory,
                    ".bootstrap-",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    while (content.hasRemaining()) {
                        channel.write(content);
                    }
                    channel.force(true);
                }
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            try (var renamed = FileChannel.open(directory, StandardOpenOption.READ)) {
                renamed.force(true);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The operator's token can't be written to " + file, failure);
        }
    }
}
