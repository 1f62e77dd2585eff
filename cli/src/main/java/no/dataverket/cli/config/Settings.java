package no.dataverket.cli.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.process.Surroundings;
import org.jspecify.annotations.Nullable;

/// The settings in force: flag, then environment, then the project's `.dv.toml`, then the context in
/// `config.toml`, then the default. Files are read when the first setting is asked for that no flag or
/// variable gives.
public final class Settings {

    /// Where a server of this machine listens.
    public static final String DEFAULT_ENDPOINT = "http://127.0.0.1:7780";

    private static final String DEFAULT_CONTEXT = "default";
    private static final String PROJECT_FILE = ".dv.toml";

    private final Surroundings surroundings;
    private final Map<String, String> flags;
    private final ConfigDirectory directory;
    private @Nullable Toml project;
    private @Nullable Toml config;

    /// @param flags by the name of the setting, as in `project`
    public Settings(Surroundings surroundings, Map<String, String> flags) {
        this.surroundings = surroundings;
        this.flags = flags;
        this.directory = new ConfigDirectory(surroundings);
    }

    /// The setting in force. A flag or variable that is empty says that there is none.
    public @Nullable Setting find(String name) {
        var explicit = explicit(name);
        if (explicit != null) {
            return explicit.value().isEmpty() ? null : explicit;
        }
        // A project's file may say what is meant, but not where the token is sent to.
        var here = name.equals("endpoint") ? null : project().get("", name);
        if (here != null) {
            return new Setting(here, PROJECT_FILE);
        }
        var stored = config().get("context." + context(), name);
        return stored == null ? null : new Setting(stored, "context " + context());
    }

    /// The setting, where a flag or a variable of the environment gives it.
    public @Nullable Setting explicit(String name) {
        var flag = flags.get(name);
        if (flag != null) {
            return new Setting(flag, "flag");
        }
        for (var variable : variables(name)) {
            var value = surroundings.environment().get(variable);
            if (value != null) {
                return new Setting(value, variable);
            }
        }
        return null;
    }

    /// The value in force, or nothing.
    public @Nullable String value(String name) {
        var setting = find(name);
        return setting == null ? null : setting.value();
    }

    /// Name of the context in force.
    public String context() {
        var flag = explicit("context");
        if (flag != null) {
            return flag.value();
        }
        var here = project().get("", "context");
        var current = here == null ? config().get("", "current") : here;
        return current == null ? DEFAULT_CONTEXT : current;
    }

    /// The server's root.
    public URI endpoint() {
        var written = value("endpoint");
        return endpoint(written == null ? DEFAULT_ENDPOINT : written);
    }

    /// Reads a server's root as a person writes it.
    public static URI endpoint(String written) {
        try {
            var endpoint = URI.create(written.endsWith("/") ? written.substring(0, written.length() - 1) : written);
            var scheme = endpoint.getScheme();
            if (endpoint.getHost() != null && ("http".equals(scheme) || "https".equals(scheme))) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            throw notAnEndpoint(written);
        }
        throw notAnEndpoint(written);
    }

    /// The token, or nothing if nobody is logged in. A stored token goes only to the endpoint that it was
    /// stored for.
    public @Nullable String token() {
        var given = surroundings.variable("DV_TOKEN");
        if (given != null) {
            return given;
        }
        var credentials = ConfigDirectory.readSecret(directory.credentials());
        var endpoint = credentials.get(context(), "endpoint");
        return endpoint == null || endpoint.equals(endpoint().toString()) ? credentials.get(context(), "token") : null;
    }

    /// Names of all contexts.
    public List<String> contexts() {
        return config().below("context");
    }

    /// What a context says.
    public Map<String, String> contextTable(String name) {
        return config().table("context." + name);
    }

    /// Writes a value of a context; an empty one takes it away.
    public void set(String context, String name, String value) {
        if (value.isEmpty()) {
            config().remove("context." + context, name);
        } else {
            config().set("context." + context, name, value);
        }
        ConfigDirectory.write(directory.config(), config());
    }

    /// Makes a context the current one.
    public void use(String context) {
        config().set("", "current", context);
        ConfigDirectory.write(directory.config(), config());
    }

    /// Stores a token for a context and an endpoint, in a file that only its owner can read.
    public Path storeToken(String context, URI endpoint, String token) {
        var credentials = ConfigDirectory.readSecret(directory.credentials());
        credentials.set(context, "endpoint", endpoint.toString());
        credentials.set(context, "token", token);
        ConfigDirectory.write(directory.credentials(), credentials);
        return directory.credentials();
    }

    /// Takes a context's token away.
    public boolean forgetToken(String context) {
        var credentials = ConfigDirectory.readSecret(directory.credentials());
        if (credentials.get(context, "token") == null) {
            return false;
        }
        credentials.remove(context, "token");
        credentials.remove(context, "endpoint");
        ConfigDirectory.write(directory.credentials(), credentials);
        return true;
    }

    private static List<String> variables(String name) {
        return name.equals("environment")
                ? List.of("DV_ENV", "DV_ENVIRONMENT")
                : List.of("DV_" + name.toUpperCase(Locale.ROOT));
    }

    private Toml config() {
        if (config == null) {
            config = ConfigDirectory.read(directory.config());
        }
        return config;
    }

    private Toml project() {
        if (project == null) {
            project = Toml.of("");
            for (Path at = surroundings.directory(); at != null; at = at.getParent()) {
                if (Files.isRegularFile(at.resolve(PROJECT_FILE))) {
                    project = ConfigDirectory.read(at.resolve(PROJECT_FILE));
                    break;
                }
            }
        }
        return project;
    }

    private static CommandFailure notAnEndpoint(String written) {
        return new CommandFailure(
                ExitCode.USAGE,
                "not an endpoint: " + written,
                List.of("hint: write it as http://127.0.0.1:7780 or https://dv.example.org"));
    }
}
