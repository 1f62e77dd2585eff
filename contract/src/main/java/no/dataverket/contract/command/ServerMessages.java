package no.dataverket.contract.command;

import no.dataverket.contract.api.Service;

/// What a server process is asked about the services that it can run. Each question is asked of a service, and
/// answered by the process that has it, whether the service runs or not.
public final class ServerMessages {

    /// Name of the process on the bus.
    public static final String SERVICE = "server";

    private ServerMessages() {}

    /// Does the service run, and where?
    @Message(service = Message.ANY, name = "describe-service")
    public record DescribeService() implements Query<Service> {}

    /// Start or stop the service.
    @Message(service = Message.ANY, name = "switch-service")
    public record SwitchService(boolean running) implements Query<Service> {}
}
