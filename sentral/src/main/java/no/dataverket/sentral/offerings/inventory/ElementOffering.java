package no.dataverket.sentral.offerings.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Id;
import no.dataverket.contract.IdKind;
import no.dataverket.contract.ProblemCode;
import no.dataverket.core.db.Transaction;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.api.Pages;
import no.dataverket.sentral.inventory.element.ElementKind;
import no.dataverket.sentral.inventory.element.Elements.Filter;
import no.dataverket.sentral.inventory.element.FieldReader;
import no.dataverket.sentral.inventory.element.Key;
import no.dataverket.sentral.inventory.element.StoredElement;
import no.dataverket.sentral.inventory.graph.Topology;
import no.dataverket.sentral.offerings.Offering;
import org.jspecify.annotations.Nullable;

/// Racks, devices, ports, cables and failure domains, to look at. They are changed by plans only.
final class ElementOffering implements Offering {

    private static final List<ElementKind> DOMAINS = Arrays.stream(ElementKind.values())
            .filter(ElementKind::isFailureDomain)
            .toList();

    private final Inventory inventory;

    ElementOffering(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return Map.of(
                "listRacks",
                        inventory.reading((transaction, call) ->
                                list(transaction, call, ElementKind.RACK, Map.of(), each(ElementViews::rack))),
                "getRack",
                        inventory.reading((transaction, call) ->
                                Answer.of(200, ElementViews.rack(find(transaction, call, ElementKind.RACK, "rack")))),
                "listDevices", inventory.reading(this::devices),
                "getDevice",
                        inventory.reading((transaction, call) -> Answer.of(
                                200,
                                ElementViews.device(
                                        find(transaction, call, ElementKind.DEVICE, "device"), topology(transaction)))),
                "listDevicePorts", inventory.reading(this::ports),
                "listDeviceLinks", inventory.reading(this::links),
                "listFailureDomains", inventory.reading(this::domains));
    }

    private Answer devices(Transaction transaction, Call call) {
        var wanted = new TreeMap<String, String>();
        call.parameter("rack")
                .ifPresent(named -> wanted.put(
                        "rack", one(transaction, call, ElementKind.RACK, named).key()));
        for (var field : List.of("type", "role", "serial")) {
            call.parameter(field).ifPresent(value -> wanted.put(field, choice(field, value)));
        }
        return list(
                transaction,
                call,
                ElementKind.DEVICE,
                wanted,
                shown -> ElementViews.devices(shown, topology(transaction)));
    }

    /// @throws Failure `VALIDATION_FAILED` for a value that the field of a device can't have
    private static String choice(String field, String value) {
        var rule = ElementKind.DEVICE.field(field).orElseThrow();
        if (FieldReader.read(rule, value, null) instanceof FieldReader.Outcome.Bad bad) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, field + " " + bad.detail() + ".");
        }
        return value;
    }

    private Answer ports(Transaction transaction, Call call) {
        var device = device(transaction, call);
        return list(
                transaction,
                call,
                ElementKind.PORT,
                device == null ? Map.of() : Map.of("device", device),
                each(ElementViews::port));
    }

    private Answer links(Transaction transaction, Call call) {
        var device = device(transaction, call);
        if (device == null) {
            return list(transaction, call, ElementKind.LINK, Map.of(), each(ElementViews::link));
        }
        var wanted = Pages.of(call);
        var read = inventory.elements.linksOf(transaction, device, wanted.after(), wanted.toRead());
        return wanted.page(read, link -> link.id().uuid(), each(ElementViews::link));
    }

    private Answer domains(Transaction transaction, Call call) {
        var kind = Inventory.choice(call, "kind", ElementKind.class);
        if (kind != null && !kind.isFailureDomain()) {
            throw Failure.of(
                    ProblemCode.VALIDATION_FAILED, kind + " is no kind of failure domain; these are " + DOMAINS + ".");
        }
        var wanted = Pages.of(call);
        var read = inventory.elements.list(
                transaction,
                kind == null ? DOMAINS : List.of(kind),
                new Filter(call.parameter("datacenter").orElse(null), Map.of()),
                wanted.after(),
                wanted.toRead());
        return wanted.page(read, domain -> domain.id().uuid(), each(ElementViews::domain));
    }

    private <V> Answer list(
            Transaction transaction,
            Call call,
            ElementKind kind,
            Map<String, String> fields,
            Function<List<StoredElement>, List<V>> view) {
        var wanted = Pages.of(call);
        var filter = new Filter(call.parameter("datacenter").orElse(null), fields);
        var read = inventory.elements.list(transaction, List.of(kind), filter, wanted.after(), wanted.toRead());
        return wanted.page(read, element -> element.id().uuid(), view);
    }

    private @Nullable String device(Transaction transaction, Call call) {
        return call.parameter("device")
                .map(name -> one(transaction, call, ElementKind.DEVICE, name).key())
                .orElse(null);
    }

    private StoredElement find(Transaction transaction, Call call, ElementKind kind, String parameter) {
        return one(transaction, call, kind, call.named(parameter));
    }

    /// By identifier, key, or name.
    private StoredElement one(Transaction transaction, Call call, ElementKind kind, String named) {
        var id = Id.tryParse(named).filter(parsed -> parsed.kind() == IdKind.ELEMENT);
        Optional<StoredElement> found;
        if (id.isPresent()) {
            found = inventory.elements.find(transaction, id.get());
        } else if (Key.parse(named).isPresent()) {
            found = inventory.elements.find(transaction, named);
        } else {
            var datacenter = call.parameter("datacenter").orElse(null);
            var all = inventory.elements.named(transaction, kind, datacenter, named);
            if (all.size() > 1) {
                throw Failure.of(ProblemCode.AMBIGUOUS_SCOPE, "More than one datacenter has a " + named + ".")
                        .hint("Say which: --datacenter NAME");
            }
            found = all.stream().findFirst();
        }
        return found.filter(element -> element.element().kind() == kind)
                .orElseThrow(() -> Failure.of(
                                ProblemCode.RESOURCE_NOT_FOUND, "There is no " + kind.prefix() + " " + named + ".")
                        .hint("See what there is: dv " + kind.prefix() + " list"));
    }

    private Topology topology(Transaction transaction) {
        return inventory.topology(transaction);
    }

    private static <V> Function<List<StoredElement>, List<V>> each(Function<StoredElement, V> view) {
        return shown -> shown.stream().map(view).toList();
    }
}
