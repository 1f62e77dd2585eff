package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.List;
import no.dataverket.contract.api.Health.Part;
import no.dataverket.contract.command.IdentitetMessages;
import no.dataverket.contract.command.MaskinMessages;
import no.dataverket.contract.command.NettMessages;
import no.dataverket.core.health.Circuits.Failing;

/// The parts that the platform is made of, and whether each answers.
public final class Platform {

    /// The services beside Sentral.
    static final List<String> SERVICES =
            List.of(IdentitetMessages.SERVICE, MaskinMessages.SERVICE, NettMessages.SERVICE);

    static final String UP = "UP";
    static final String DOWN = "DOWN";

    /// That a service beats, but fails what it is asked.
    static final String DEGRADED = "DEGRADED";

    private Platform() {}

    /// The database first. A service that beats but fails what it is asked is DEGRADED.
    public static List<Part> parts(Context context) {
        var parts = new ArrayList<Part>();
        boolean database = context.database().answers();
        parts.add(part("database", database));
        parts.add(part("bus", context.bus().connected()));
        var failing = database ? context.database().call(context.tasks()::failing) : List.<Failing>of();
        for (var name : SERVICES) {
            parts.add(part(context, name, failing));
        }
        return parts;
    }

    private static Part part(String name, boolean answers) {
        return new Part(name, answers, answers ? "answers" : "does not answer", null, answers ? UP : DOWN, null);
    }

    private static Part part(Context context, String name, List<Failing> failing) {
        var heart = context.services().of(name);
        var seen = heart.lastSeen().orElse(null);
        var fails = failing.stream().filter(each -> each.service().equals(name)).findFirst();
        if (heart.up() && fails.isPresent()) {
            var cause = "beats, but fails its commands: " + fails.get().cause();
            return new Part(name, true, cause, seen, DEGRADED, fails.get().since());
        }
        return new Part(name, heart.up(), heart.cause(), seen, heart.up() ? UP : DOWN, heart.since());
    }
}
