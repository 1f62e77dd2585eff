package no.dataverket.contract.api;

/// The states of an approval. All but the first two are final.
public enum ApprovalState {
    /// Waits for decisions.
    PENDING,
    /// Approved, and about to be carried out.
    APPROVED,
    /// What was approved is carried out, or on its way as its task says.
    CARRIED_OUT,
    /// Somebody refused it.
    REJECTED,
    /// Nobody decided in time.
    EXPIRED,
    /// What was to be approved is no longer what it was, or can't be carried out any more.
    VOID,
    /// The one who asked took it back.
    WITHDRAWN;

    /// Whether nothing follows.
    public boolean isFinal() {
        return this != PENDING && this != APPROVED;
    }
}
