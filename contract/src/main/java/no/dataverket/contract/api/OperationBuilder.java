package no.dataverket.contract.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.dataverket.contract.api.Operation.Access;
import no.dataverket.contract.api.Operation.Cli;
import no.dataverket.contract.api.Operation.Cost;
import no.dataverket.contract.api.Operation.Deprecated;
import no.dataverket.contract.api.Operation.Lane;
import no.dataverket.contract.api.Operation.Method;
import no.dataverket.contract.api.Operation.Parameter;
import no.dataverket.contract.api.Operation.Shape;
import org.jspecify.annotations.Nullable;

/// Reads like the sentence that it declares; used by the tables of operations only.
final class OperationBuilder {

    private final String id;
    private final Method method;
    private final String path;
    private final String summary;
    private final List<Parameter> parameters = new ArrayList<>();
    private Access access = Access.AUTHENTICATED;
    private @Nullable Class<?> request;
    private Shape shape = Shape.NOTHING;
    private @Nullable Class<?> response;
    private @Nullable String alsoAs;
    private boolean idempotencyKey;
    private boolean ifMatch;
    private int largestBody = Operation.USUAL_BODY;
    private @Nullable Lane lane;
    private @Nullable Integer weight;
    private @Nullable Deprecated deprecated;
    private @Nullable Cli cli;

    private OperationBuilder(String id, Method method, String path, String summary) {
        this.id = id;
        this.method = method;
        this.path = path;
        this.summary = summary;
    }

    static OperationBuilder get(String id, String path, String summary) {
        return new OperationBuilder(id, Method.GET, path, summary);
    }

    static OperationBuilder post(String id, String path, String summary) {
        return new OperationBuilder(id, Method.POST, path, summary);
    }

    static OperationBuilder patch(String id, String path, String summary) {
        return new OperationBuilder(id, Method.PATCH, path, summary);
    }

    static OperationBuilder delete(String id, String path, String summary) {
        return new OperationBuilder(id, Method.DELETE, path, summary);
    }

    OperationBuilder by(Access least) {
        access = least;
        return this;
    }

    OperationBuilder takes(Class<?> body) {
        request = body;
        return this;
    }

    OperationBuilder answers(Class<?> type) {
        return shaped(Shape.ONE, type);
    }

    OperationBuilder creates(Class<?> type) {
        idempotencyKey = true;
        return shaped(Shape.CREATED, type);
    }

    OperationBuilder lists(Class<?> type) {
        shaped(Shape.PAGE, type);
        integer("page_size", 1, 500, "Resources per page, 1 to 500; 50 if left out.");
        return text("page_token", "Token of the next page, from the page before.");
    }

    /// Answers a text of this media type instead of JSON, for who accepts that.
    OperationBuilder alsoAs(String mediaType) {
        alsoAs = mediaType;
        return this;
    }

    /// Work that goes on: 202 with resource and task, and a dry run.
    OperationBuilder starts(Class<?> type) {
        idempotencyKey = method == Method.POST;
        shaped(Shape.ACCEPTED, type);
        choice(
                "priority",
                "Lane of the task: INTERACTIVE, or BACKGROUND where nobody waits; INTERACTIVE if left out.",
                "INTERACTIVE",
                "BACKGROUND");
        return choice(
                "block",
                "What if something that it needs is away: hold and wait, or fail with 503; hold if left out.",
                "hold",
                "fail");
    }

    OperationBuilder guarded() {
        ifMatch = true;
        return this;
    }

    /// What a call takes from the caller's limits, where that is not what its method and shape say.
    OperationBuilder costs(Lane kind, int units) {
        lane = kind;
        weight = units;
        return this;
    }

    /// On its way out.
    ///
    /// @param since `2027-01-31`: deprecated from then on
    /// @param sunset stops answering then, a year later at least
    /// @param instead what to use
    OperationBuilder deprecated(String since, String sunset, String instead) {
        deprecated = new Deprecated(LocalDate.parse(since), LocalDate.parse(sunset), instead);
        return this;
    }

    /// For what is as large as a site.
    ///
    /// @param bytes that a body may have
    OperationBuilder bodyUpTo(int bytes) {
        largestBody = bytes;
        return this;
    }

    /// Where a name in the path, or the list, is to be looked for.
    OperationBuilder scoped(String... scopes) {
        for (var scope : scopes) {
            text(scope, "Only this " + scope + ", by name or identifier; needed to find a resource by its name.");
        }
        return this;
    }

    /// What lists of resources with a life can be narrowed by.
    OperationBuilder filtered() {
        text("datacenter", "Only in this datacenter.");
        text("phase", "Only in this phase: `RUNNING`.");
        text("name_prefix", "Only with a name that begins so.");
        text("label_selector", "Only with these labels: `env=prod,tier!=test,gpu,!retired`.");
        return time("updated_since", "Only what changed at this time (RFC 3339) or later.");
    }

    OperationBuilder text(String name, String description) {
        return parameter(name, Parameter.Type.STRING, description, Map.of());
    }

    /// A text that is one of a few.
    OperationBuilder choice(String name, String description, String... values) {
        return parameter(name, Parameter.Type.STRING, description, Map.of("enum", List.of(values)));
    }

    /// A point in time (RFC 3339).
    OperationBuilder time(String name, String description) {
        return parameter(name, Parameter.Type.STRING, description, Map.of("format", "date-time"));
    }

    OperationBuilder integer(String name, String description) {
        return parameter(name, Parameter.Type.INTEGER, description, Map.of());
    }

    OperationBuilder integer(String name, long least, long most, String description) {
        return parameter(name, Parameter.Type.INTEGER, description, Map.of("minimum", least, "maximum", most));
    }

    OperationBuilder flag(String name, String description) {
        return parameter(name, Parameter.Type.BOOLEAN, description, Map.of());
    }

    OperationBuilder cli(String tool, String noun, String verb, List<String> columns, String... examples) {
        cli = new Cli(tool, noun, verb, columns, List.of(examples));
        return this;
    }

    Operation build() {
        if (method != Method.GET) {
            previewable();
        }
        return new Operation(
                id,
                method,
                path,
                summary,
                access,
                request,
                shape,
                response,
                alsoAs,
                List.copyOf(parameters),
                idempotencyKey,
                ifMatch,
                largestBody,
                new Cost(lane == null ? usualLane() : lane, weight == null ? usualWeight() : weight),
                deprecated,
                cli);
    }

    private Lane usualLane() {
        return switch (method) {
            case GET -> Lane.READ;
            case DELETE -> Lane.DESTRUCTIVE;
            case POST, PATCH -> shape == Shape.ACCEPTED ? Lane.EXPENSIVE : Lane.WRITE;
        };
    }

    private int usualWeight() {
        return shape == Shape.PAGE ? 2 : 1;
    }

    private OperationBuilder previewable() {
        boolean already = parameters.stream().anyMatch(known -> known.name().equals("validate_only"));
        return already
                ? this
                : flag("validate_only", "Check everything and say what would happen; write nothing. Answers 200.");
    }

    private OperationBuilder parameter(
            String name, Parameter.Type type, String description, Map<String, Object> rules) {
        parameters.add(new Parameter(name, type, description, rules));
        return this;
    }

    private OperationBuilder shaped(Shape answer, Class<?> type) {
        shape = answer;
        response = type;
        return this;
    }
}
