package no.dataverket.maskin.evaluation;

/// What a check does.
@FunctionalInterface
public interface Procedure {

    /// Drives the runtime through a promise and writes down what it saw.
    ///
    /// @throws BrokenPromise when the promise isn't kept
    void run(Workbench bench);
}
