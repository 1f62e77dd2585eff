package no.dataverket.sentral.api;

import no.dataverket.sentral.approvals.Approvals;

/// A request that was approved and is carried out now: bound while its endpoint runs, so that this takes the same
/// way as any request, with the same checks.
public final class Approved {

    static final ScopedValue<Approvals.Stored> NOW = ScopedValue.newInstance();

    private Approved() {}

    /// Runs the endpoint of an approved request.
    public static void carryOut(Approvals.Stored approval, Runnable endpoint) {
        ScopedValue.where(NOW, approval).run(endpoint);
    }
}
