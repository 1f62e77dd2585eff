package no.dataverket.core.service;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a service has opened; closed in reverse order, all of it, whatever fails on the way.
public final class Closing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /// Remembers what was opened, and gives it back.
    public <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            var resource = opened.pop();
            try {
                resource.close();
            } catch (Exception failure) {
                LOG.atWarn()
                        .setCause(failure)
                        .addKeyValue("resource", resource.getClass().getName())
                        .log("close failed");
            }
        }
    }
}
