package no.dataverket.sdk;

import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;

/// Reads and writes bodies with the adapters made at compile time.
final class Models {

    private static final Jsonb JSONB =
            Jsonb.builder().serializeNulls(false).serializeEmpty(true).build();

    private Models() {}

    static <T> T read(Class<T> type, byte[] json) {
        return JSONB.type(type).fromJson(json);
    }

    static <T> byte[] write(Class<T> type, T value) {
        return JSONB.type(type).toJson(value).getBytes(StandardCharsets.UTF_8);
    }
}
