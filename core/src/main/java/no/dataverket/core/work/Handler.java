package no.dataverket.core.work;

/// Carries out one kind of command. It may be called again for the same command, after a crash between its
/// effect and its report: the effect must then be the same.
///
/// An answer is the result; a [no.dataverket.contract.Failure] of a retryable kind asks for another try, of
/// any other kind ends the step; [Absent] says that something is away.
public interface Handler<C, R extends Record> {

    R handle(Work<C> work);
}
