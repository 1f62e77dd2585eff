package no.dataverket.cli.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.process.Surroundings;

/// The person's directory of settings: `$XDG_CONFIG_HOME/dv` or `~/.config/dv`.
final class ConfigDirectory {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path directory;

    ConfigDirectory(Surroundings surroundings) {
        var base = surroundings.variable("XDG_CONFIG_HOME");
        this.directory = (base == null ? surroundings.home().resolve(".config") : Path.of(base)).resolve("dv");
    }

    Path config() {
        return directory.resolve("config.toml");
    }

    Path credentials() {
        return directory.resolve("credentials");
    }

    /// The file's content; the empty one where there is no file.
    static Toml read(Path file) {
        try {
            return Toml.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Toml.of("");
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("cannot read " + file + ": " + e.getMessage(), "correct the file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The content of a file with secrets. One that others may read is refused, as ssh does.
    static Toml readSecret(Path file) {
        try {
            if (Files.exists(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new CommandFailure(
                        ExitCode.NOT_AUTHENTICATED,
                        file + " can be read by others",
                        List.of("the tokens in it may be known", "hint: chmod 600 " + file + ", and log in anew"));
            }
        } catch (UnsupportedOperationException e) {
            return read(file); // no POSIX permissions on this file system
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(file);
    }

    /// Replaces the file as a whole, readable by its owner only from the first moment.
    static void write(Path file, Toml content) {
        var mode = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(fresh);
            try {
                Files.createFile(fresh, mode);
            } catch (UnsupportedOperationException | FileAlreadyExistsException e) {
                Files.deleteIfExists(fresh);
                Files.createFile(fresh);
            }
            Files.writeString(fresh, content.text());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILURE, "cannot write " + file + ": " + e.getMessage(), List.of("hint: check the path"));
        }
    }
}
