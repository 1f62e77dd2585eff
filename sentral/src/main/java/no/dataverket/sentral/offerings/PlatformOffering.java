package no.dataverket.sentral.offerings;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Health;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Service;
import no.dataverket.contract.command.Query;
import no.dataverket.contract.command.ServerMessages.DescribeService;
import no.dataverket.contract.command.ServerMessages.SwitchService;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.api.Pages;

/// Whether the platform is well, and the services of which it is made.
public final class PlatformOffering implements Offering {

    private static final String SENTRAL = "sentral";
    private static final Duration BRIEFLY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Context context;

    public PlatformOffering(Context context) {
        this.context = context;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "getHealth", call -> Answer.of(200, health()),
                "listServices", this::list,
                "stopService", call -> context.mutations().run(call, change -> turn(change, false)),
                "startService", call -> context.mutations().run(call, change -> turn(change, true)));
    }

    private Health health() {
        var parts = Platform.parts(context);
        boolean database = parts.getFirst().up();
        boolean all = parts.stream().allMatch(part -> part.state().equals(Platform.UP));
        return new Health(!database ? Platform.DOWN : all ? "OK" : Platform.DEGRADED, context.version(), parts);
    }

    private Answer list(Call call) {
        new Actor(call.actor()).require(Access.OPERATOR, null, null);
        var services = Stream.concat(Platform.SERVICES.stream(), Stream.of(SENTRAL))
                .map(this::describe)
                .toList();
        return Pages.of(call).whole(services);
    }

    /// A service as the process that has it tells; one that no process has does not run.
    private Service describe(String name) {
        try {
            return context.bus().ask(name, new DescribeService(), Service.class, origin(), BRIEFLY);
        } catch (Failure nobody) {
            return new Service(name, false, "");
        }
    }

    private Answer turn(Change change, boolean running) {
        change.actor().require(Access.OPERATOR, null, null);
        var name = change.call().named("service");
        if (name.equals(SENTRAL)) {
            throw Failure.of(ProblemCode.ACTION_FORBIDDEN, "Sentral carries this very request.")
                    .hint("Stop the whole platform instead: dv down");
        }
        if (!Platform.SERVICES.contains(name)) {
            throw Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no service " + name + ".")
                    .hint("See what there is: dv service list");
        }
        change.auditFirst(running ? "service.start" : "service.stop", Id.next(IdKind.EVENT), name, null, null);
        change.transaction().mayIdle(PATIENCE.plusSeconds(5));
        change.changes("service " + name + ": " + (running ? "started" : "stopped"));
        Query<Service> ask = change.onlyAsks() ? new DescribeService() : new SwitchService(running);
        return Answer.of(200, context.bus().ask(name, ask, Service.class, origin(), PATIENCE));
    }

    private Origin origin() {
        return Origin.ofService("sentral", context.telemetry().correlation())
                .withTraceparent(context.telemetry().traceparent());
    }
}
