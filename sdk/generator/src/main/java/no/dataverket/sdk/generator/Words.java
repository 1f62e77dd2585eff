package no.dataverket.sdk.generator;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of a name of the contract, in lower case, however it spells them there: `memory_mib`,
/// `attach-network`, `VmCreate`, `listVms`.
public record Words(List<String> words) {

    /// Splits a name.
    public static Words of(String name) {
        return new Words(Stream.of(name.split("[_-]|(?<=[a-z0-9])(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList());
    }

    /// As in `memory_mib`.
    public String snake() {
        return String.join("_", words);
    }

    /// As in `memoryMib`.
    public String camel() {
        return words.getFirst() + capitals(words.subList(1, words.size()), Words::capital);
    }

    /// As in `MemoryMib`, each word written as the language writes it.
    public String capitals(UnaryOperator<String> spelling) {
        return capitals(words, spelling);
    }

    /// A word with its first letter large.
    public static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String capitals(List<String> words, UnaryOperator<String> spelling) {
        return words.stream().map(spelling).collect(Collectors.joining());
    }
}
