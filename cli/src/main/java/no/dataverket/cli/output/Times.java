package no.dataverket.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// Reads and shows times without a formatter, which would take longer to load than everything else together.
public final class Times {

    private Times() {}

    /// Whether the text is a time as the API writes it (RFC 3339, UTC).
    public static boolean isTime(String text) {
        return text.length() >= 20
                && text.charAt(4) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.endsWith("Z");
    }

    /// Milliseconds since 1970.
    public static long epochMillis(String text) {
        var day = LocalDate.of(part(text, 0, 4), part(text, 5, 7), part(text, 8, 10));
        var seconds =
                ((day.toEpochDay() * 24 + part(text, 11, 13)) * 60 + part(text, 14, 16)) * 60 + part(text, 17, 19);
        var millis = 0L;
        for (int index = 20, scale = 100; index < text.length() - 1 && scale > 0; index++, scale /= 10) {
            millis += (long) (text.charAt(index) - '0') * scale;
        }
        return seconds * 1000 + millis;
    }

    /// A time for people: `2026-11-21 10:00:00Z`.
    public static String show(String time) {
        return time.substring(0, 10) + " " + time.substring(11, 19) + "Z";
    }

    /// The time since, in the two units that matter: `3m`, `2h5m`, `4d`.
    public static String age(String time, Instant now) {
        return rough(Math.max(0, now.toEpochMilli() - epochMillis(time)) / 1000);
    }

    /// Seconds in the units that matter.
    public static String rough(long seconds) {
        if (seconds < 120) {
            return seconds + "s";
        }
        var minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + "m";
        }
        var hours = minutes / 60;
        if (hours < 24) {
            return hours + "h" + (minutes % 60 == 0 ? "" : minutes % 60 + "m");
        }
        return hours / 24 + "d" + (hours >= 240 || hours % 24 == 0 ? "" : hours % 24 + "h");
    }

    /// How long something took: `0.1s`, `6.8s`, `2m5s`.
    public static String took(long millis) {
        if (millis < 60_000) {
            return millis / 1000 + "." + millis / 100 % 10 + "s";
        }
        return millis / 60_000 + "m" + millis / 1000 % 60 + "s";
    }

    /// A duration as a person writes it: `90s`, `10m`, `2h`, or in ISO 8601.
    ///
    /// @throws IllegalArgumentException if it is not a duration
    public static Duration duration(String written) {
        if (written.startsWith("P")) {
            try {
                return Duration.parse(written);
            } catch (java.time.format.DateTimeParseException e) {
                throw new IllegalArgumentException("not a duration: " + written, e);
            }
        }
        var number = written.isEmpty() ? "" : written.substring(0, written.length() - 1);
        try {
            var count = Long.parseLong(
                    written.endsWith("s") || written.endsWith("m") || written.endsWith("h") ? number : written);
            return switch (written.charAt(written.length() - 1)) {
                case 'm' -> Duration.ofMinutes(count);
                case 'h' -> Duration.ofHours(count);
                default -> Duration.ofSeconds(count);
            };
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not a duration: " + written, e);
        }
    }

    private static int part(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
