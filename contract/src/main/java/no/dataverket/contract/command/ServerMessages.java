package no.dataverket.contract.command;

import no.dataverket.contract.api.Service;

/// What a server process is asked about the services that it can run. Each question is asked in the name of one
/// service, and answered by a process that has it.
public final class ServerMessages {

    /// Name in subjects.
    public static final String SERVICE = "server";

    private ServerMessages() {}

    /// Does the service run, and where?
    @Message(service = SERVICE, name = "describe-service")
    public record DescribeService() implements Query<Service> {}

    /// Start or stop the service.
    @Message(service = SERVICE, name = "switch-service")
    public record SwitchService(boolean running) implements Query<Service> {}
}
