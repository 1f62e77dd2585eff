package no.dataverket.contract.command;

/// Sent every second by a service that is up, and once with `stopping` when it goes.
public record Heartbeat(String service, String datacenter, String process, boolean stopping, String version) {}
