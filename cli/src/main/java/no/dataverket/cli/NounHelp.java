package no.dataverket.cli;

import java.util.LinkedHashMap;

/// The page of a noun: its verbs.
final class NounHelp {

    private NounHelp() {}

    static String of(String tool, String noun) {
        var verbs = new LinkedHashMap<String, String>();
        var examples = new StringBuilder();
        for (var operation : Catalogue.operations(tool, noun)) {
            var command = operation.command();
            if (command != null) {
                verbs.put(command.verb(), operation.summary());
                examples.append("  ").append(command.examples().getFirst()).append('\n');
            }
        }
        for (var builtIn : Catalogue.ofNoun(tool, noun)) {
            verbs.put(builtIn.line().substring(builtIn.line().lastIndexOf(' ') + 1), builtIn.summary());
            examples.append("  ").append(builtIn.examples().getFirst()).append('\n');
        }
        var text = new StringBuilder("Usage: " + tool + " " + noun + " <verb> [NAME] [flags]\n\nVerbs\n");
        var width = 0;
        for (var verb : verbs.keySet()) {
            width = Math.max(width, verb.length());
        }
        for (var verb : verbs.entrySet()) {
            text.append("  ")
                    .append(verb.getKey())
                    .repeat(' ', width - verb.getKey().length() + 2);
            text.append(verb.getValue()).append('\n');
        }
        return text.append("\nExamples\n").append(examples).toString();
    }
}
