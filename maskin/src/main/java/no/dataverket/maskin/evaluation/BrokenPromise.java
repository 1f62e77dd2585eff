package no.dataverket.maskin.evaluation;

/// The runtime did not do what it must.
public final class BrokenPromise extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenPromise(String message) {
        super(message);
    }
}
