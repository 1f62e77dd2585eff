package no.dataverket.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import no.dataverket.contract.api.Runbook;
import no.dataverket.contract.api.Severity;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// One runbook as Markdown: a head in YAML, then the parts that every runbook has.
final class RunbookDocument {

    private static final Pattern WHOLE = Pattern.compile("---\n(.*?)\n---\n(.*)", Pattern.DOTALL);
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private final String id;
    private final Map<String, Object> head;
    private final String body;

    private RunbookDocument(String id, Map<String, Object> head, String body) {
        this.id = id;
        this.head = head;
        this.body = body;
    }

    /// @throws IllegalStateException if a part is missing
    static Runbook parse(String id, String text) {
        var whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new IllegalStateException("The runbook " + id + " has no head");
        }
        var head = new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(whole.group(1));
        return new RunbookDocument(id, head, whole.group(2)).read();
    }

    private Runbook read() {
        if (!id.equals(text("id"))) {
            throw new IllegalStateException("The runbook " + id + " says that it is " + text("id"));
        }
        return new Runbook(
                id,
                text("title"),
                Severity.valueOf(text("severity")),
                text("owner"),
                day("reviewed"),
                Integer.parseInt(text("version")),
                list("findings"),
                list("codes"),
                paragraph("Trigger."),
                paragraph("Impact."),
                paragraph("By itself."),
                commands(section("Safe checks")),
                section("Actions"),
                paragraph("Escalate"),
                paragraph("Done"));
    }

    private String text(String key) {
        return String.valueOf(Objects.requireNonNull(head.get(key), () -> id + " lacks " + key));
    }

    private String day(String key) {
        // YAML 1.1 reads a day as a point in time.
        return head.get(key) instanceof java.util.Date date
                ? date.toInstant().toString().substring(0, 10)
                : text(key);
    }

    private List<String> list(String key) {
        return head.get(key) instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    /// From the bold word that begins it to the next part.
    private String paragraph(String word) {
        return part("\\*\\*" + Pattern.quote(word) + "\\*\\* ?(.*?)(?=\n\n\\*\\*|\n## |\\z)", word);
    }

    private String section(String heading) {
        return part("## " + Pattern.quote(heading) + "\n(.*?)(?=\n## |\n\n\\*\\*Escalate|\\z)", heading);
    }

    private String part(String pattern, String name) {
        var found = Pattern.compile(pattern, Pattern.DOTALL).matcher(body);
        if (!found.find() || found.group(1).isBlank()) {
            throw new IllegalStateException("The runbook " + id + " lacks the part \"" + name + "\"");
        }
        return found.group(1).strip();
    }

    private static List<String> commands(String section) {
        return SHELL.matcher(section)
                .results()
                .flatMap(block -> block.group(1).lines())
                .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
