package no.dataverket.maskin.runtime;

/// A listener's subscription to hints. It ends with [#close].
public interface Watch extends AutoCloseable {

    @Override
    void close();
}
