package no.dataverket.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.contract.api.Severity;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// The alerts for Prometheus: one for each finding of the catalogue, and one for a server that says nothing,
/// because no news is bad news.
public final class AlertRules {

    private static final String HEADER = "# Written from the catalogue of findings: ./dv contract. Don't edit.\n";

    private AlertRules() {}

    /// The rules file, as Prometheus reads it (Prometheus documentation, "Alerting rules").
    public static String emit() {
        var rules = new ArrayList<Map<String, Object>>();
        rules.add(
                rule("ServerSilent", "absent(dataverket_finding)", FindingCode.SERVICE_DOWN, "No server is scraped."));
        Arrays.stream(FindingCode.values())
                .map(code ->
                        rule(camel(code), "dataverket_finding{code=\"" + code + "\"} > 0", code, code.title() + "."))
                .forEach(rules::add);
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        options.setSplitLines(false);
        return HEADER
                + new Yaml(options).dump(Map.of("groups", List.of(ordered("name", "dataverket", "rules", rules))));
    }

    private static Map<String, Object> rule(String name, String expression, FindingCode code, String summary) {
        var rule = ordered("alert", "Dataverket" + name, "expr", expression);
        rule.put("for", code.severity() == Severity.CRITICAL ? "1m" : "5m");
        rule.put("labels", Map.of("severity", code.severity().name().toLowerCase(Locale.ROOT)));
        var annotations = ordered("summary", summary, "command", code.command());
        annotations.put("runbook", RunbookLibrary.packaged().of(code).id());
        rule.put("annotations", annotations);
        return rule;
    }

    private static String camel(FindingCode code) {
        var name = new StringBuilder();
        for (var word : code.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        var map = new LinkedHashMap<String, Object>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }
}
