package no.dataverket.maskin.evaluation;

/// Something that the evaluation itself could not do. It says nothing about the runtime.
public final class Obstacle extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Obstacle(String message) {
        super(message);
    }

    public Obstacle(String message, Throwable cause) {
        super(message, cause);
    }
}
