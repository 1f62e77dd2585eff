package no.dataverket.sentral.tasks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.StringJoiner;

/// Says whether two declarations of a saga are the same to a task that is under way: its steps in order, whom
/// each is sent to, what each needs, and whether it has a way back. Titles and time limits may change freely.
final class SagaHash {

    private static final int DIGITS = 16;

    private SagaHash() {}

    /// Sixteen hexadecimal digits.
    static String of(Saga saga) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text(saga).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Saga saga) {
        var text = new StringJoiner("\n");
        text.add(saga.kind() + " " + saga.version());
        for (var step : saga.steps()) {
            var reliance = step.reliance();
            text.add(String.join(
                    "|",
                    step.name(),
                    step.service(),
                    step.need().name(),
                    reliance == null ? "" : reliance.step() + " " + reliance.what() + " " + reliance.freshness(),
                    step.undo() == null ? "" : "undo",
                    step.finalStep() ? "final" : "",
                    step.family() == null ? "" : "tasks"));
        }
        return text.toString();
    }
}
