package no.dataverket.core.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.dataverket.contract.Id;
import no.dataverket.contract.bus.Envelope;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Spans, metrics and the log context of one process. The trace id of the request that a piece of work began
/// with is its correlation id, in the task, in every envelope and in every log line.
public final class Telemetry implements AutoCloseable {

    private static final String NO_TRACE = "0".repeat(32);

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Histogram durations = Histogram.builder()
            .name("dataverket_work_duration_seconds")
            .help("How long requests, commands and driver calls took.")
            .labelNames("operation", "outcome")
            .register(registry);

    /// @param processor where finished spans go
    public Telemetry(String version, SpanProcessor processor) {
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.builder()
                        .put("service.name", "dataverket")
                        .put("service.version", version)
                        .build())
                .addSpanProcessor(processor)
                .build();
        this.tracer = provider.get("no.dataverket");
    }

    /// Telemetry whose spans go nowhere: identifiers and metrics only.
    public static Telemetry withoutExport() {
        return new Telemetry("none", SpanProcessor.composite());
    }

    /// The metrics of this process.
    public PrometheusRegistry registry() {
        return registry;
    }

    /// A counter of this process, by the names of its labels.
    public Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    /// Runs work that a message asked for, in a span under the sender's.
    public void within(String operation, SpanKind kind, Envelope cause, Runnable work) {
        within(operation, kind, Optional.ofNullable(cause.traceparent()), cause.task(), () -> {
            work.run();
            return true;
        });
    }

    /// Runs work in a span under the parent given, or under the current span where none is.
    ///
    /// @param parent W3C trace context
    /// @param task goes into the span and the log context
    public <T> T within(String operation, SpanKind kind, Optional<String> parent, @Nullable Id task, Supplier<T> work) {
        var builder = tracer.spanBuilder(operation).setSpanKind(kind);
        parent.flatMap(Telemetry::parse)
                .ifPresent(context -> builder.setParent(Context.root().with(Span.wrap(context))));
        if (task != null) {
            builder.setAttribute(AttributeKey.stringKey("dataverket.task"), task.toString());
        }
        var span = builder.startSpan();
        long began = System.nanoTime();
        var outcome = "ok";
        try (Scope ignored = span.makeCurrent();
                MDC.MDCCloseable traced =
                        MDC.putCloseable("trace_id", span.getSpanContext().getTraceId());
                MDC.MDCCloseable tasked = MDC.putCloseable("task", task == null ? "" : task.toString())) {
            return work.get();
        } catch (RuntimeException failure) {
            outcome = "failed";
            span.setStatus(StatusCode.ERROR, failure.toString());
            throw failure;
        } finally {
            span.end();
            durations.labelValues(operation, outcome).observe((System.nanoTime() - began) / 1e9);
        }
    }

    /// Times work that is done so often that a span for each would only push out those that say something.
    public void timing(String operation, Runnable work) {
        long began = System.nanoTime();
        var outcome = "failed";
        try {
            work.run();
            outcome = "ok";
        } finally {
            durations.labelValues(operation, outcome).observe((System.nanoTime() - began) / 1e9);
        }
    }

    /// Runs a call to something outside, such as a driver, in a span under the current one.
    public <T> T calling(String operation, Supplier<T> work) {
        return within(operation, SpanKind.CLIENT, Optional.empty(), null, work);
    }

    /// The current trace context, for the next message.
    public @Nullable String traceparent() {
        var context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }

    /// Like [#correlation]; a new one where nothing is traced.
    public String correlationOrNew() {
        var current = correlation();
        return current.equals(NO_TRACE) ? UUID.randomUUID().toString().replace("-", "") : current;
    }

    /// The current trace id: the correlation id of everything that follows from this.
    public String correlation() {
        return Span.current().getSpanContext().getTraceId();
    }

    @Override
    public void close() {
        provider.close();
    }

    private static Optional<SpanContext> parse(String traceparent) {
        var parts = traceparent.split("-", -1);
        if (parts.length < 4 || parts[1].length() != 32 || parts[2].length() != 16) {
            return Optional.empty();
        }
        var context = SpanContext.createFromRemoteParent(
                parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault());
        return context.isValid() ? Optional.of(context) : Optional.empty();
    }
}
