package no.dataverket.cli.process;

import java.util.List;

/// Ends a command with an exit code, and tells the person what, why and what to do.
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final boolean error;
    private final transient List<String> lines;

    /// @param what the first line, without `error:`
    /// @param lines what follows, indented when shown
    public CommandFailure(ExitCode exitCode, String what, List<String> lines) {
        this(exitCode, what, lines, true);
    }

    private CommandFailure(ExitCode exitCode, String what, List<String> lines, boolean error) {
        super(what);
        this.error = error;
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    /// Wrong usage, with a hint on what is right.
    public static CommandFailure usage(String what, String hint) {
        return new CommandFailure(ExitCode.USAGE, what, List.of("hint: " + hint));
    }

    /// Not an error, but not what was wished for either: the work goes on without us.
    public static CommandFailure notice(ExitCode exitCode, String what, List<String> lines) {
        return new CommandFailure(exitCode, what, lines, false);
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    public List<String> lines() {
        return lines;
    }

    /// As it is shown on standard error.
    public String text() {
        var text =
                new StringBuilder(error ? "error: " : "").append(getMessage()).append('\n');
        for (var line : lines) {
            text.append("  ").append(line).append('\n');
        }
        return text.toString();
    }
}
