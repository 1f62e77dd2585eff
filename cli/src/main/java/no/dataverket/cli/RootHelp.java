package no.dataverket.cli;

/// The first page of the help: what there is.
final class RootHelp {

    private RootHelp() {}

    static String of(String tool) {
        return tool.equals("dv") ? all() : one(tool);
    }

    private static String all() {
        var text = new StringBuilder("""
                dv: Dataverket from the command line

                Usage: dv [ce|net|id] <noun> <verb> [NAME] [flags]
                       dvce is dv ce, dvnet is dv net, dvid is dv id

                Nouns
                """);
        for (var tool : Catalogue.tools()) {
            nouns(text, tool);
        }
        return text.append("""

                Commands
                  dvid login       Log in with a token
                  dv whoami        Show who you are, where, and what you may see
                  dv doctor        Check the settings, the endpoint, the token and the server's parts
                  dv now           Say what is wrong now, and what to do about it
                  dv context       Choose the server and the defaults
                  dv task wait     Follow a task until it ends
                  dv runbook show  Show the runbook that a task or a problem names
                  dv runbook check Carry out a runbook's safe checks
                  dv support collect  Put together what somebody needs to look into a task
                  dv explain       Explain a field, as in vm.status.phase
                  dv api           Send any request of the API
                  dv completion    Print the completion script for bash, zsh or fish
                  dv help          exit-codes, flags, settings, output, or a command
                  dv docs          Say where to read on
                  dv version       Show the version of this program

                This machine
                  dv up            Start Dataverket here, ready to use
                  dv down          Stop it
                  dv test          Run the tests
                  dv contract      Write the API document anew from the declarations
                  dv format        Format the code
                  dv build         Build everything

                Examples
                  dv whoami
                  dvce vm create web-1 --image debian-12 --network app-net
                  dvce vm list -o json
                """).toString();
    }

    private static String one(String tool) {
        var text = new StringBuilder(tool)
                .append(": ")
                .append(
                        switch (tool) {
                            case "dvce" -> "machines, images and hypervisors";
                            case "dvnet" -> "networks";
                            default -> "logging in, and tokens";
                        })
                .append("\n\nUsage: ")
                .append(tool)
                .append(" <noun> <verb> [NAME] [flags]\n\nNouns\n");
        nouns(text, tool);
        var single = Catalogue.single(tool);
        if (!single.isEmpty()) {
            text.append("\nCommands\n");
            for (var command : single) {
                text.append("  ")
                        .append(command.line())
                        .append("  ")
                        .append(command.summary())
                        .append('\n');
            }
        }
        return text.append("\nMore: dv --help, ")
                .append(tool)
                .append(" <noun> --help\n")
                .toString();
    }

    private static void nouns(StringBuilder text, String tool) {
        text.append("  ").append(tool).repeat(' ', 7 - tool.length());
        var separator = "";
        for (var noun : Catalogue.nouns(tool)) {
            text.append(separator).append(noun);
            separator = ", ";
        }
        text.append('\n');
    }
}
