package no.dataverket.sentral.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.dataverket.contract.IdKind;
import no.dataverket.core.json.Json;
import no.dataverket.sentral.tenancy.Visibility;
import org.jspecify.annotations.Nullable;

/// The statement of a page of resources. It says only what is asked for, so that each combination of filters has
/// an index to go by, and it is planned for its values: whether it is better to walk in order of identifiers or
/// to find what is rare and sort it depends on how much there is of what is asked for.
final class ResourceList {

    /// A condition on `r`, and its parameter.
    private record Condition(String sql, Object value) {}

    private final ResourceFilter filter;
    private final int limit;
    private final List<Condition> conditions = new ArrayList<>();

    ResourceList(IdKind kind, ResourceFilter filter, @Nullable UUID after, int limit) {
        this.filter = filter;
        this.limit = limit;
        add("r.kind = ?", kind);
        add("r.id > ?", after);
        add("r.datacenter = ?", filter.datacenter());
        add("r.phase = ?", filter.phase());
        add("r.name LIKE ?", filter.namePrefix() == null ? null : escaped(filter.namePrefix()) + "%");
        add("r.updated_at >= ?", filter.updatedSince());
        var labels = filter.labels();
        if (!labels.equal().isEmpty()) {
            add("r.spec -> 'labels' @> ?::jsonb", Json.tree(labels.equal()));
        }
        labels.unequal()
                .forEach((key, value) ->
                        add("(r.spec -> 'labels' @> ?::jsonb) IS NOT TRUE", Json.tree(Map.of(key, value))));
        labels.present().forEach(key -> add("r.spec -> 'labels' ?? ?", key));
        labels.absent().forEach(key -> add("jsonb_exists(r.spec -> 'labels', ?) IS NOT TRUE", key));
    }

    /// A statement and its parameters.
    record Statement(String sql, List<Object> parameters) {}

    /// Everything, within the scope that the filter names.
    Statement everything(String select) {
        if (filter.environment() != null) {
            add("r.environment = ?", filter.environment());
        } else if (filter.project() != null) {
            add("r.project = ?", filter.project());
        } else {
            add("r.tenant = ?", filter.tenant());
        }
        return new Statement(select + " r WHERE " + condition() + " ORDER BY r.id LIMIT " + limit, parameters());
    }

    /// What an actor sees of it. Of each scope that they see so many are read as fit on the page, in order.
    Statement visible(String select, Visibility visible) {
        if (visible.everything() || seesScopeNamed(visible)) {
            return everything(select);
        }
        add("r.tenant = ?", filter.tenant());
        add("r.project = ?", filter.project());
        add("r.environment = ?", filter.environment());
        var parameters = new ArrayList<Object>();
        parameters.add(visible.tenants());
        parameters.addAll(parameters());
        parameters.add(visible.projects());
        parameters.addAll(parameters());
        return new Statement(
                select + " WHERE id IN (" + ofEach("tenant") + " UNION " + ofEach("project") + ") ORDER BY id LIMIT "
                        + limit,
                parameters);
    }

    private boolean seesScopeNamed(Visibility visible) {
        return (filter.tenant() != null && visible.tenants().contains(filter.tenant()))
                || (filter.project() != null && visible.projects().contains(filter.project()));
    }

    private String ofEach(String scope) {
        return "SELECT page.id FROM unnest(?::uuid[]) AS scope (id) CROSS JOIN LATERAL ("
                + "SELECT r.id FROM inventory.resource r WHERE r." + scope + " = scope.id AND " + condition()
                + " ORDER BY r.id LIMIT " + limit + ") AS page";
    }

    private String condition() {
        return String.join(" AND ", conditions.stream().map(Condition::sql).toList());
    }

    private List<Object> parameters() {
        return conditions.stream().map(Condition::value).toList();
    }

    private void add(String sql, @Nullable Object value) {
        if (value != null) {
            conditions.add(new Condition(sql, value));
        }
    }

    private static String escaped(String prefix) {
        return prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
