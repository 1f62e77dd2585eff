package no.dataverket.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.dataverket.contract.api.Finding;
import no.dataverket.contract.api.FindingCode;
import no.dataverket.contract.api.Runbook;
import org.jspecify.annotations.Nullable;

/// The runbooks of this version, read from the documents that people read too.
public final class RunbookLibrary {

    private static final String FOLDER = "runbooks/";
    private static final Pattern LINK = Pattern.compile("\\[(rb-[a-z]+-\\d{3})]\\(\\1\\.md\\)");
    private static final RunbookLibrary PACKAGED = read();

    private final List<Runbook> runbooks;

    private RunbookLibrary(List<Runbook> runbooks) {
        this.runbooks = runbooks;
    }

    /// Those that were built in.
    public static RunbookLibrary packaged() {
        return PACKAGED;
    }

    /// All, by identifier.
    public List<Runbook> all() {
        return runbooks;
    }

    public Optional<Runbook> find(String id) {
        return runbooks.stream().filter(runbook -> runbook.id().equals(id)).findFirst();
    }

    /// The runbook that a problem leads to.
    public Runbook of(ProblemCode code) {
        return runbooks.stream()
                .filter(runbook -> runbook.codes().contains(code.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(code + " has no runbook"));
    }

    /// The runbook that a finding leads to.
    public Runbook of(FindingCode code) {
        return runbooks.stream()
                .filter(runbook -> runbook.findings().contains(code.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(code + " has no runbook"));
    }

    /// A finding with all that the catalogue knows of its code.
    public Finding finding(
            FindingCode code, String detail, long count, List<String> subjects, @Nullable Instant since) {
        return new Finding(
                code.name(),
                code.severity(),
                code.title(),
                detail,
                count,
                subjects,
                since,
                code.command(),
                of(code).id());
    }

    private static RunbookLibrary read() {
        return new RunbookLibrary(LINK.matcher(resource("README.md"))
                .results()
                .map(link -> link.group(1))
                .distinct()
                .map(id -> RunbookDocument.parse(id, resource(id + ".md")))
                .sorted(Comparator.comparing(Runbook::id))
                .toList());
    }

    private static String resource(String name) {
        try (var stream = RunbookLibrary.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no runbook document " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
