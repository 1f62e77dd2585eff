package no.dataverket.cli.session;

import java.util.List;
import no.dataverket.cli.process.ExitCode;

/// Runs a whole command line, for the commands that are made of others.
public interface CommandRunner {

    /// @param words the tool, then its arguments
    ExitCode run(List<String> words);
}
