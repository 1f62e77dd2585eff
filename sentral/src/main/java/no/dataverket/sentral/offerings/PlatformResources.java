package no.dataverket.sentral.offerings;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Phase;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.json.JsonText;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.inventory.Resource;
import no.dataverket.sentral.inventory.ResourceFilter;
import no.dataverket.sentral.tenancy.Visibility;

/// What the platform's own resources of one kind do alike: they belong to a datacenter and to no tenant.
final class PlatformResources {

    private static final Visibility EVERYTHING = new Visibility(true, List.of(), List.of(), List.of());

    private final Context context;
    private final IdKind kind;

    PlatformResources(Context context, IdKind kind) {
        this.context = context;
        this.kind = kind;
    }

    <V> Answer list(Call call, Function<Resource, V> view) {
        var wanted = Pages.of(call);
        var filter =
                ResourceFilter.in(null, null, null, call.parameter("datacenter").orElse(null));
        return context.database()
                .call(transaction -> wanted.page(
                        context.resources()
                                .list(transaction, kind, EVERYTHING, filter, wanted.after(), wanted.toRead()),
                        resource -> resource.id().uuid(),
                        shown -> shown.stream().map(view).toList()));
    }

    /// By name or identifier.
    ///
    /// @throws Failure `RESOURCE_NOT_FOUND`, or `AMBIGUOUS_SCOPE` if several datacenters have one of that name
    Resource find(Transaction transaction, Call call, String parameter) {
        var named = call.named(parameter);
        var id = Id.tryParse(named);
        if (id.isPresent()) {
            return id.filter(parsed -> parsed.kind() == kind)
                    .flatMap(parsed -> context.resources().find(transaction, parsed))
                    .orElseThrow(() -> missing(named));
        }
        var datacenter = call.parameter("datacenter").orElse(null);
        var found = context.resources().platformNamed(transaction, kind, datacenter, named);
        if (found.size() > 1) {
            throw Failure.of(ProblemCode.AMBIGUOUS_SCOPE, "More than one datacenter has a " + named + ".")
                    .hint("Say which: --datacenter NAME");
        }
        return found.stream().findFirst().orElseThrow(() -> missing(named));
    }

    Resource lock(Transaction transaction, Call call, String parameter) {
        var found = find(transaction, call, parameter);
        return context.resources().lock(transaction, found.id()).orElseThrow(() -> missing(found.name()));
    }

    Resource insert(Transaction transaction, String datacenter, String name, Record spec, Record known) {
        var resource = new Resource(
                Id.next(kind),
                null,
                null,
                null,
                datacenter,
                name,
                1,
                Phase.PROVISIONING,
                JsonText.of(spec),
                JsonText.of(known),
                null,
                Instant.now());
        context.resources().insert(transaction, resource);
        return resource;
    }

    /// @throws Failure `INVALID_REFERENCE`
    String datacenter(Transaction transaction, String named) {
        return context.datacenters()
                .find(transaction, named)
                .orElseThrow(() -> Failure.of(ProblemCode.INVALID_REFERENCE, "There is no datacenter " + named + ".")
                        .hint("See what there is: dv datacenter list"))
                .name();
    }

    private Failure missing(String named) {
        var noun = kind.name().toLowerCase(Locale.ROOT);
        return Failure.of(ProblemCode.RESOURCE_NOT_FOUND, "There is no " + noun + " " + named + ".")
                .hint("See what there is: dvce " + noun + " list");
    }
}
