package no.dataverket.server.evaluation;

/// The evaluation can't be done as it was asked for.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exit exit;

    Refusal(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    Exit exit() {
        return exit;
    }
}
