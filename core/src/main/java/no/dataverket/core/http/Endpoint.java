package no.dataverket.core.http;

/// Carries out one operation. It validates, authorises, writes once and answers; it never waits for a service
/// that carries out work, and never retries.
public interface Endpoint {

    /// @throws no.dataverket.contract.Failure what the client is told instead of an answer
    Answer handle(Call call);
}
