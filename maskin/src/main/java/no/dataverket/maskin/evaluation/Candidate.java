package no.dataverket.maskin.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.dataverket.core.json.Json;
import org.jspecify.annotations.Nullable;

/// A runtime that was looked at, and what its documentation says to the criteria. What was measured
/// counts more.
///
/// @param name names it in reports
/// @param title for people
/// @param driver the driver that runs machines on it, if we have one
/// @param sources the documents that lines name, by the name that they use
/// @param lines what those say
public record Candidate(
        String name, String title, @Nullable String driver, Map<String, String> sources, List<Line> lines) {

    private static final List<String> ALL = List.of("libvirt", "proxmox", "openstack", "vmware", "incus", "simulated");

    /// What documentation says to some criteria.
    ///
    /// @param points 3: does it by itself; 2: does it with work that is ours by design; 1: only against
    ///     its grain; 0: not
    /// @param source name of the document
    public record Line(List<String> criteria, int points, String says, String source) {

        public Line {
            criteria = List.copyOf(criteria);
        }
    }

    public Candidate {
        sources = Map.copyOf(sources);
        lines = List.copyOf(lines);
    }

    /// All that were looked at.
    public static List<Candidate> all() {
        var all = new ArrayList<Candidate>();
        for (var name : ALL) {
            all.add(read(name));
        }
        return all;
    }

    /// The candidate that a driver runs machines on.
    public static Optional<Candidate> ofDriver(String driver) {
        return all().stream()
                .filter(candidate -> driver.equals(candidate.driver()))
                .findFirst();
    }

    /// What documentation says to a criterion.
    public Optional<Line> line(Criterion criterion) {
        return lines.stream()
                .filter(line -> line.criteria().contains(criterion.id()))
                .findFirst();
    }

    private static Candidate read(String name) {
        try (var text = Candidate.class.getResourceAsStream(name + ".json")) {
            if (text == null) {
                throw new IllegalStateException("nothing is known of the candidate " + name);
            }
            return Json.read(new String(text.readAllBytes(), StandardCharsets.UTF_8), Candidate.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
