package no.dataverket.contract.command;

import java.util.List;
import no.dataverket.contract.api.Service;

/// What a server process is asked about the services that it can run.
public final class ServerMessages {

    /// Name in subjects.
    public static final String SERVICE = "server";

    private ServerMessages() {}

    /// Which services can you run, and do they?
    @Message(service = SERVICE, name = "list-services")
    public record ListServices() implements Query<Services> {}

    /// The services of one process.
    public record Services(List<Service> services) {}

    /// Start or stop a service.
    @Message(service = SERVICE, name = "switch-service")
    public record SwitchService(String name, boolean running) implements Query<Service> {}
}
