package no.dataverket.sentral.inventory;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;

/// Which labels resources of a list have: `env=prod,tier!=test,gpu,!retired`. All terms must hold.
///
/// @param equal labels with the value given
/// @param unequal labels with another value, or without the label
/// @param present labels of any value
/// @param absent labels that are not there
public record LabelSelector(
        Map<String, String> equal, Map<String, String> unequal, Set<String> present, Set<String> absent) {

    private static final Pattern TERM =
            Pattern.compile("(?<not>!?)(?<key>[A-Za-z0-9]([-._/A-Za-z0-9]{0,251}[A-Za-z0-9])?)"
                    + "((?<is>!?=)(?<value>[^,=!]{0,255}))?");
    private static final int MOST_TERMS = 16;

    /// Nothing is asked of the labels.
    public static final LabelSelector ANY = new LabelSelector(Map.of(), Map.of(), Set.of(), Set.of());

    /// @throws Failure `VALIDATION_FAILED` naming the term that can't be read
    public static LabelSelector parse(String text) {
        var equal = new LinkedHashMap<String, String>();
        var unequal = new LinkedHashMap<String, String>();
        var present = new LinkedHashSet<String>();
        var absent = new LinkedHashSet<String>();
        var terms = text.split(",", -1);
        if (terms.length > MOST_TERMS) {
            throw unreadable("It has more than " + MOST_TERMS + " terms.");
        }
        for (var term : terms) {
            var match = TERM.matcher(term.strip());
            if (!match.matches() || (!match.group("not").isEmpty() && match.group("is") != null)) {
                throw unreadable("'" + term + "' is none of key=value, key!=value, key and !key.");
            }
            var key = match.group("key");
            var is = match.group("is");
            if (is == null) {
                (match.group("not").isEmpty() ? present : absent).add(key);
            } else if ((is.equals("=") ? equal : unequal).put(key, match.group("value")) != null) {
                throw unreadable("It names " + key + " twice.");
            }
        }
        return new LabelSelector(equal, unequal, present, absent);
    }

    private static Failure unreadable(String why) {
        return Failure.of(ProblemCode.VALIDATION_FAILED, "The label_selector can't be read. " + why)
                .hint("For example: label_selector=env=prod,tier!=test");
    }
}
