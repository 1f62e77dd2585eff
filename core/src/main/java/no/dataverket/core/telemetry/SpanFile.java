package no.dataverket.core.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import no.dataverket.core.json.Json;

/// Writes finished spans to a file, one JSON object a line: traces for a machine without a collector. The
/// file is turned over once, at 64 MiB.
public final class SpanFile implements SpanExporter {

    private static final long LARGEST = 64L << 20;

    private final Path file;

    public SpanFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized CompletableResultCode export(Collection<SpanData> spans) {
        var lines = new StringBuilder();
        for (var span : spans) {
            var line = Json.object()
                    .put("trace", span.getTraceId())
                    .put("span", span.getSpanId())
                    .put("parent", span.getParentSpanId())
                    .put("name", span.getName())
                    .put("kind", span.getKind().name())
                    .put("start_ns", span.getStartEpochNanos())
                    .put("duration_ns", span.getEndEpochNanos() - span.getStartEpochNanos())
                    .put("status", span.getStatus().getStatusCode().name());
            span.getAttributes().forEach((key, value) -> line.put(key.getKey(), String.valueOf(value)));
            lines.append(line).append('\n');
        }
        try {
            if (Files.exists(file) && Files.size(file) > LARGEST) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return CompletableResultCode.ofSuccess();
        } catch (IOException full) {
            return CompletableResultCode.ofExceptionalFailure(full);
        }
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
