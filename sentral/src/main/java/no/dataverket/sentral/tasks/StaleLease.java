package no.dataverket.sentral.tasks;

/// What was begun under a lease that somebody else holds by now is refused, and rolled back.
final class StaleLease extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleLease(long epoch) {
        super("The lease of epoch " + epoch + " is lost");
    }
}
