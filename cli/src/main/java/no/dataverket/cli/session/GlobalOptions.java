package no.dataverket.cli.session;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The flags that every command takes. Those that mean nothing to a command are not shown in its help, and
/// accepted where that does no harm.
public final class GlobalOptions {

    private static final String[][] VALUED = {
        {"--output", "-o", "FORMAT", "table, wide, json, yaml, csv, name or jsonpath=EXPR."},
        {"--columns", "", "LIST", "Columns of the table: headers or paths, as in NAME,status.phase."},
        {"--context", "", "NAME", "Context to use: an endpoint with defaults."},
        {"--endpoint", "", "URL", "Root of the server."},
        {"--tenant", "", "NAME", "Tenant, by name or identifier."},
        {"--project", "", "NAME", "Project, by name or identifier."},
        {"--environment", "--env", "NAME", "Environment, by name or identifier."},
        {"--datacenter", "", "NAME", "Datacenter."},
        {"--timeout", "", "DURATION", "How long to wait for a task: 90s, 10m, 2h; 10m if left out."},
        {"--idempotency-key", "", "UUID", "Use this key instead of a fresh one."},
        {"--if-match", "", "ETAG", "Change only this state of the resource, instead of the one that is there now."},
    };

    private static final String[][] SWITCHES = {
        {"--quiet", "-q", "Only identifiers, one a line."},
        {"--no-headers", "", "A table without its headers."},
        {"--wait", "", "Wait until the task ends; the default on a terminal."},
        {"--no-wait", "", "Do not wait; print the task's identifier."},
        {"--dry-run", "", "Check everything and say what would happen; write nothing."},
        {"--yes", "-y", "Do not ask before something is destroyed."},
        {"--debug", "", "Show each request as a curl command, without the token."},
        {"--no-color", "", "No colours."},
        {"--help", "-h", "Show this help."},
    };

    private static final String GLOBAL = "global";

    private GlobalOptions() {}

    /// Names of the flags that are followed by a value.
    public static boolean takesValue(String flag) {
        for (var option : VALUED) {
            if (option[0].equals(flag) || option[1].equals(flag)) {
                return true;
            }
        }
        return false;
    }

    /// Names of all flags, for completion.
    public static List<String> names() {
        var names = new java.util.ArrayList<String>();
        for (var option : VALUED) {
            names.add(option[0]);
        }
        for (var option : SWITCHES) {
            names.add(option[0]);
        }
        return names;
    }

    /// Whether an option is one of these, and not a command's own of the same name.
    static boolean isGlobal(OptionSpec option) {
        return GLOBAL.equals(option.descriptionKey());
    }

    /// Adds the flags to a command, save those whose names the command has taken for itself.
    ///
    /// @param shown those that mean something to it
    public static void addTo(CommandSpec command, List<String> shown) {
        for (var option : VALUED) {
            if (command.findOption(option[0]) != null) {
                continue;
            }
            command.addOption(builder(option[0], option[1])
                    .paramLabel(option[2])
                    .type(String.class)
                    .arity("1")
                    .description(option[3])
                    .hidden(!shown.contains(option[0]))
                    .build());
        }
        for (var option : SWITCHES) {
            if (command.findOption(option[0]) != null) {
                continue;
            }
            command.addOption(builder(option[0], option[1])
                    .type(boolean.class)
                    .arity("0")
                    .description(option[2])
                    .usageHelp(option[0].equals("--help"))
                    .hidden(!shown.contains(option[0]))
                    .build());
        }
    }

    private static OptionSpec.Builder builder(String name, String other) {
        var builder = other.isEmpty() ? OptionSpec.builder(name) : OptionSpec.builder(name, other);
        return builder.descriptionKey(GLOBAL);
    }
}
