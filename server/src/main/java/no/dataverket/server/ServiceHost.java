package no.dataverket.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Service;
import no.dataverket.contract.command.ServerMessages;
import no.dataverket.contract.command.ServerMessages.DescribeService;
import no.dataverket.contract.command.ServerMessages.SwitchService;
import no.dataverket.core.service.Closing;
import no.dataverket.core.service.Platform;
import no.dataverket.core.service.ServiceDefinition;
import no.dataverket.sentral.Sentral;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The services of this process; others may run in other processes. Each can be stopped and started by itself, but for
/// Sentral, through which
/// one would have to ask.
final class ServiceHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceHost.class);

    private final Platform platform;
    private final Map<String, ServiceDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, AutoCloseable> running = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Closing closing = new Closing();

    ServiceHost(Platform platform, List<ServiceDefinition> services) {
        this.platform = platform;
        services.forEach(service -> definitions.put(service.name(), service));
    }

    /// Starts all services but those named, in the order given.
    ServiceHost start(Set<String> without) {
        var unknown = new TreeSet<>(without);
        unknown.removeAll(definitions.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "There are no services " + unknown + "; there are " + definitions.keySet());
        }
        for (var name : definitions.keySet()) {
            if (!without.contains(name)) {
                turn(name, true);
            }
        }
        var bus = closing.add(platform.bus(ServerMessages.SERVICE));
        for (var name : definitions.keySet()) {
            closing.add(bus.answer(name, DescribeService.class, asked -> service(name)));
            closing.add(bus.answer(
                    name,
                    SwitchService.class,
                    asked -> switched(name, asked.query().running())));
        }
        return this;
    }

    /// The service that runs under a name in this process, if one does.
    <T> Optional<T> running(String name, Class<T> type) {
        return Optional.ofNullable(running.get(name)).map(type::cast);
    }

    @Override
    public void close() {
        closing.close();
        for (var name : List.copyOf(running.keySet()).reversed()) {
            turn(name, false);
        }
    }

    private Service switched(String name, boolean wanted) {
        if (name.equals(Sentral.NAME)) {
            throw Failure.of(ProblemCode.ACTION_FORBIDDEN, "Sentral is stopped with its process.");
        }
        turn(name, wanted);
        return service(name);
    }

    private Service service(String name) {
        return new Service(
                name,
                running.containsKey(name),
                Long.toString(ProcessHandle.current().pid()));
    }

    private void turn(String name, boolean wanted) {
        lock.lock();
        try {
            var service = running.get(name);
            if (wanted && service == null) {
                var definition = java.util.Objects.requireNonNull(definitions.get(name));
                running.put(name, definition.start(platform));
                LOG.atInfo().addKeyValue("service", name).log("started");
            } else if (!wanted && service != null) {
                running.remove(name);
                close(name, service);
                LOG.atInfo().addKeyValue("service", name).log("stopped");
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(String name, AutoCloseable service) {
        try {
            service.close();
        } catch (Exception failure) {
            LOG.atWarn().setCause(failure).addKeyValue("service", name).log("did not stop cleanly");
        }
    }
}
