package no.dataverket.core.limit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.api.Operation.Lane;

/// How much each caller may ask, as the operator has set it. Quotas are requests a minute, weighted by what an
/// operation costs; a quota that was not used is there all at once.
///
/// @param values by the names in [#usual]
public record Limits(Map<String, Integer> values) {

    /// The quota of requests without a good token, by address.
    public static final String ADDRESS = "address";

    private static final String SCALE = "scale";
    private static final int MOST = 1_000_000_000;

    public Limits {
        values = Map.copyOf(values);
    }

    /// What holds where nothing else is said.
    public static Limits usual() {
        var values = new LinkedHashMap<String, Integer>();
        values.put("principal-read", 6_000);
        values.put("principal-write", 1_200);
        values.put("principal-expensive", 1_200);
        values.put("principal-destructive", 600);
        values.put("principal-poll", 30_000);
        values.put("principal-wait", 12_000);
        values.put("tenant-read", 18_000);
        values.put("tenant-write", 3_600);
        values.put("tenant-expensive", 3_600);
        values.put("tenant-destructive", 1_800);
        values.put("tenant-poll", 120_000);
        values.put("tenant-wait", 48_000);
        values.put(ADDRESS, 600);
        values.put("waiting", 64);
        values.put("queue", 256);
        values.put("project-tasks", 500);
        values.put("project-destructive", 100);
        return new Limits(values);
    }

    /// The usual limits with those in the text instead: `principal-read=100,queue=10`. `scale=10` makes all that
    /// the text does not name ten times as much.
    ///
    /// @throws IllegalArgumentException naming all that is wrong
    public static Limits parse(String text) {
        var values = new LinkedHashMap<>(usual().values());
        var named = new LinkedHashMap<String, Integer>();
        var wrong = new ArrayList<String>();
        for (var part : text.isBlank() ? List.<String>of() : List.of(text.split(","))) {
            var pair = part.strip().split("=", 2);
            if (!values.containsKey(pair[0]) && !pair[0].equals(SCALE)) {
                wrong.add("there is no limit " + pair[0]);
            } else if (pair.length < 2 || !pair[1].matches("[1-9]\\d{0,8}")) {
                wrong.add("the limit " + pair[0] + " must be 1 to 999999999");
            } else {
                named.put(pair[0], Integer.valueOf(pair[1]));
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        Integer scale = named.remove(SCALE);
        if (scale != null) {
            values.replaceAll((name, value) -> (int) Math.min(MOST, (long) value * scale));
        }
        values.putAll(named);
        return new Limits(values);
    }

    /// The quota of a principal, in a lane.
    Quota principal(Lane lane) {
        return quota("principal-" + lane.text());
    }

    /// The quota of a tenant's principals together.
    Quota tenant(Lane lane) {
        return quota("tenant-" + lane.text());
    }

    Quota address() {
        return quota(ADDRESS);
    }

    /// Most requests of a principal that wait for a task at the same time.
    public int waiting() {
        return value("waiting");
    }

    /// Most requests of a tenant that wait for their turn.
    public int queue() {
        return value("queue");
    }

    /// Most tasks of a project on their way.
    public int projectTasks() {
        return value("project-tasks");
    }

    /// Most tasks of a project on their way that destroy.
    public int projectDestructive() {
        return value("project-destructive");
    }

    private Quota quota(String name) {
        return new Quota(name, value(name), Quota.MINUTE);
    }

    private int value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no limit " + name);
        }
        return value;
    }
}
