package no.dataverket.cli.builtin;

import java.util.List;
import no.dataverket.cli.process.CommandFailure;
import no.dataverket.cli.process.ExitCode;
import no.dataverket.cli.session.Session;
import picocli.CommandLine.Model.CommandSpec;

/// Prints what a shell needs to complete our commands. The script asks the program itself, by its hidden
/// `__complete`.
final class CompletionScript implements BuiltIn {

    private static final String BASH = """
            _dv() {
              local IFS=$'\\n'
              COMPREPLY=($("${COMP_WORDS[0]}" __complete "${COMP_WORDS[0]##*/}" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
            }
            complete -o default -F _dv dv dvid dvce dvnet
            """;

    private static final String ZSH = """
            #compdef dv dvid dvce dvnet
            _dv() {
              local line; local -a found
              for line in "${(@f)$("${words[1]}" __complete "${words[1]:t}" "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
                [[ -n $line ]] && found+=("${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}")
              done
              _describe dv found
            }
            compdef _dv dv dvid dvce dvnet
            """;

    private static final String FISH = """
            function __dv_complete
              set -l words (commandline -opc) (commandline -ct)
              $words[1] __complete (basename $words[1]) $words[2..-1] 2>/dev/null
            end
            for tool in dv dvid dvce dvnet
              complete -c $tool -f -a '(__dv_complete)'
            end
            """;

    @Override
    public String line() {
        return "dv completion";
    }

    @Override
    public String summary() {
        return "Print the completion script for bash, zsh or fish";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "source <(dv completion bash)",
                "dv completion zsh > ~/.zfunc/_dv",
                "dv completion fish > ~/.config/fish/completions/dv.fish");
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(BuiltIn.positional("0", "SHELL", "bash, zsh or fish."));
    }

    @Override
    public ExitCode run(Session session) {
        var shell = session.positional(0);
        session.surroundings()
                .out()
                .print(
                        switch (shell) {
                            case "bash" -> BASH;
                            case "zsh" -> ZSH;
                            case "fish" -> FISH;
                            case null, default ->
                                throw CommandFailure.usage(
                                        "dv completion needs bash, zsh or fish", "source <(dv completion bash)");
                        });
        return ExitCode.DONE;
    }
}
