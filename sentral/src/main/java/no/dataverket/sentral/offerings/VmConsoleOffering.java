package no.dataverket.sentral.offerings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.ConsoleClose;
import no.dataverket.contract.api.ConsoleInput;
import no.dataverket.contract.api.ConsoleOpen;
import no.dataverket.contract.api.ConsoleOutput;
import no.dataverket.contract.api.ConsoleSession;
import no.dataverket.contract.api.ConsoleTyped;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Preview;
import no.dataverket.contract.command.Done;
import no.dataverket.contract.command.MaskinMessages.CloseConsole;
import no.dataverket.contract.command.MaskinMessages.FollowConsole;
import no.dataverket.contract.command.MaskinMessages.OpenConsole;
import no.dataverket.contract.command.MaskinMessages.TypeConsole;
import no.dataverket.contract.command.Query;
import no.dataverket.core.bus.Origin;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Actor;
import no.dataverket.sentral.api.Change;
import no.dataverket.sentral.inventory.Resource;

/// Machines' serial consoles, to type at. Opening and closing one are changes, each with its audit entry. What is
/// typed is none, and is written down nowhere: it may be a password. Who may use the machine is asked each time, so
/// that a role that was taken away ends it at once.
public final class VmConsoleOffering implements Offering {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int USUAL_WAIT = 20;

    private final Context context;
    private final Facade facade;

    public VmConsoleOffering(Context context) {
        this.context = context;
        this.facade = new Facade(context);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "openVmConsole",
                call -> context.mutations().run(call, this::open),
                "typeVmConsole",
                this::type,
                "followVmConsole",
                this::follow,
                "closeVmConsole",
                call -> context.mutations().run(call, this::close));
    }

    private Answer open(Change change) {
        var call = change.call();
        var takeOver = call.body(ConsoleOpen.class).takeOver();
        var vm = facade.find(change.transaction(), call, IdKind.VM, "vm", Access.EDITOR);
        change.changes("vm " + vm.name() + ": somebody is at its console").auditFirst("vm.open-console", vm);
        change.transaction().mayIdle(PATIENCE.plusSeconds(5));
        var session = ask(
                new OpenConsole(
                        vm.id(),
                        Id.next(IdKind.CONSOLE),
                        actor(call),
                        change.actor().name(),
                        takeOver != null && takeOver,
                        change.onlyAsks()),
                ConsoleSession.class);
        return Answer.of(201, session);
    }

    private Answer type(Call call) {
        var input = call.body(ConsoleInput.class);
        var vm = machine(call);
        boolean onlyAsks = call.flag("validate_only");
        var typed = ask(
                new TypeConsole(
                        vm.id(), session(input.session()), actor(call), input.offset(), onlyAsks ? "" : input.data()),
                ConsoleTyped.class);
        return onlyAsks ? Answer.of(200, typing(vm)).header("Content-Type", Preview.MEDIA_TYPE) : Answer.of(200, typed);
    }

    private static Preview typing(Resource vm) {
        var what = List.of("vm " + vm.name() + ": something is typed at its console");
        return new Preview(List.of(), what, List.of(), List.of(), Map.of(), List.of(), List.of());
    }

    private Answer follow(Call call) {
        var vm = machine(call);
        var session = call.parameter("session")
                .flatMap(Id::tryParse)
                .orElseThrow(
                        () -> Failure.of(ProblemCode.VALIDATION_FAILED, "session must name a session at a console.")
                                .hint("Open one: dvce vm console NAME."));
        int wait = call.number("wait_seconds").map(Long::intValue).orElse(USUAL_WAIT);
        var query = new FollowConsole(
                vm.id(), session(session), actor(call), call.number("offset").orElse(0L), wait);
        return Answer.of(200, ask(query, ConsoleOutput.class, PATIENCE.plusSeconds(wait)));
    }

    private Answer close(Change change) {
        var call = change.call();
        var body = call.body(ConsoleClose.class);
        var vm = facade.find(change.transaction(), call, IdKind.VM, "vm", Access.EDITOR);
        change.changes("vm " + vm.name() + ": nobody is at its console").auditFirst("vm.close-console", vm);
        change.transaction().mayIdle(PATIENCE.plusSeconds(5));
        var unused =
                ask(new CloseConsole(vm.id(), session(body.session()), actor(call), change.onlyAsks()), Done.class);
        return Answer.nothing();
    }

    /// The machine, if the actor may use it now.
    private Resource machine(Call call) {
        return context.database().call(transaction -> facade.find(transaction, call, IdKind.VM, "vm", Access.EDITOR));
    }

    private static Id actor(Call call) {
        return new Actor(call.actor()).principal().id();
    }

    /// @throws Failure `VALIDATION_FAILED` for an identifier of something else
    private static Id session(Id given) {
        if (given.kind() != IdKind.CONSOLE) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, given + " names no session at a console.");
        }
        return given;
    }

    private <A> A ask(Query<A> query, Class<A> answer) {
        return ask(query, answer, PATIENCE);
    }

    private <A> A ask(Query<A> query, Class<A> answer, Duration patience) {
        var origin = Origin.ofService("sentral", context.telemetry().correlation())
                .withTraceparent(context.telemetry().traceparent());
        return context.bus().ask(query, answer, origin, patience);
    }
}
