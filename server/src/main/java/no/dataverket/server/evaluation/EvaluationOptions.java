package no.dataverket.server.evaluation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.dataverket.maskin.evaluation.Check;
import no.dataverket.maskin.evaluation.check.Kit;
import no.dataverket.maskin.runtime.Virtualization;
import org.jspecify.annotations.Nullable;

/// What an evaluation is told on its command line.
///
/// @param endpoint address of the runtime, as the driver writes it
/// @param image image directory of the guest that its machines boot
/// @param bridge virtual switch that they are plugged into
/// @param readyMarker what the guest writes on its console once it is up
/// @param root directory for the files of machines, on the host and here alike; nothing of it is left
/// @param onHost words before a command that is to be run on the host as root; none where that can't be
///     done
/// @param virtualization how guests are run; tried out where null
/// @param patience how long the slowest step takes at most
/// @param checks which to carry out; all where it is empty
/// @param report where the report is kept
record EvaluationOptions(
        String driver,
        String endpoint,
        @Nullable Path image,
        String bridge,
        String readyMarker,
        Path root,
        List<String> onHost,
        @Nullable Virtualization virtualization,
        Duration patience,
        Set<String> checks,
        @Nullable Path report,
        boolean json) {

    private static final Set<String> KNOWN = Set.of(
            "driver",
            "endpoint",
            "image",
            "bridge",
            "ready",
            "root",
            "on-host",
            "virtualization",
            "patience",
            "checks",
            "report",
            "output");

    EvaluationOptions {
        onHost = List.copyOf(onHost);
        checks = Set.copyOf(checks);
    }

    /// @throws Refusal naming the first thing that is wrong
    static EvaluationOptions read(List<String> arguments) {
        var values = new HashMap<String, String>();
        for (var at = 0; at < arguments.size(); at += 2) {
            var flag = arguments.get(at);
            if (!flag.startsWith("--") || !KNOWN.contains(flag.substring(2))) {
                throw usage("unknown option " + flag + "; there are --" + String.join(", --", new TreeSet<>(KNOWN)));
            }
            if (at + 1 == arguments.size()) {
                throw usage(flag + " needs a value");
            }
            values.put(flag.substring(2), arguments.get(at + 1));
        }
        var driver = values.getOrDefault("driver", "");
        if (driver.isEmpty()) {
            throw usage("name the driver, as in --driver libvirt");
        }
        return new EvaluationOptions(
                driver,
                values.getOrDefault("endpoint", "qemu:///system"),
                path(values.get("image")),
                values.getOrDefault("bridge", "br-int"),
                values.getOrDefault("ready", "TINY: READY"),
                Path.of(values.getOrDefault("root", "/var/lib/dataverket/evaluation"))
                        .toAbsolutePath(),
                words(values.getOrDefault("on-host", "")),
                virtualization(values),
                patience(values.getOrDefault("patience", "120s")),
                checks(values.getOrDefault("checks", "")),
                path(values.get("report")),
                json(values.getOrDefault("output", "text")));
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text).toAbsolutePath();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static Set<String> checks(String list) {
        var known = Kit.checks().stream().map(Check::id).collect(Collectors.toSet());
        var wanted = Arrays.stream(list.split(",")).filter(id -> !id.isBlank()).collect(Collectors.toSet());
        var unknown = new TreeSet<>(wanted);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw usage("there is no check " + String.join(", ", unknown) + "; there are "
                    + String.join(", ", new TreeSet<>(known)));
        }
        return wanted;
    }

    /// Whether a check is to be carried out.
    boolean wants(Check check) {
        return checks.isEmpty() || checks.contains(check.id());
    }

    private static @Nullable Virtualization virtualization(Map<String, String> values) {
        return switch (values.getOrDefault("virtualization", "probe")) {
            case "probe" -> null;
            case "kvm" -> Virtualization.KVM;
            case "emulation" -> Virtualization.EMULATION;
            default -> throw usage("--virtualization is probe, kvm or emulation");
        };
    }

    private static Duration patience(String text) {
        if (!text.matches("[1-9][0-9]{0,4}[sm]")) {
            throw usage("--patience is written as 90s or 5m");
        }
        var number = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
    }

    private static boolean json(String text) {
        return switch (text) {
            case "text" -> false;
            case "json" -> true;
            default -> throw usage("--output is text or json");
        };
    }

    private static Refusal usage(String what) {
        return new Refusal(Exit.USAGE, what);
    }
}
