package no.dataverket.sentral.offerings;

import java.util.List;
import java.util.Map;
import no.dataverket.core.http.Endpoint;
import no.dataverket.sentral.tasks.Saga;

/// A part of the public API with the sagas behind it.
public interface Offering {

    /// Endpoints by operation id.
    Map<String, Endpoint> endpoints();

    /// Sagas that its operations begin.
    default List<Saga> sagas() {
        return List.of();
    }
}
