package no.dataverket.sentral.api;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import no.dataverket.contract.Failure;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Page;
import no.dataverket.core.http.Answer;
import no.dataverket.core.http.Call;
import org.jspecify.annotations.Nullable;

/// Cursor pages: the token names the last resource of the page before, so that what comes and goes meanwhile
/// neither repeats nor hides another.
public final class Pages {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private Pages() {}

    /// The part of a list query that every list shares.
    ///
    /// @param after last resource of the page before; null for the first page
    /// @param size resources on the page
    public record Wanted(@Nullable UUID after, int size) {

        /// How many to read: one more than fit tells whether there is another page.
        public int toRead() {
            return size + 1;
        }

        /// The page, of what was read.
        public <R, V> Answer page(List<R> read, Function<R, UUID> key, Function<List<R>, List<V>> view) {
            var items = view.apply(List.copyOf(read.subList(0, Math.min(size, read.size()))));
            var next = read.size() > size ? token(key.apply(read.get(size - 1)).toString()) : null;
            return Answer.of(200, new Page<>(items, next, null));
        }

        /// The page of a list that is short, always the same, and at hand as a whole: its places are the keys.
        public <V> Answer whole(List<V> all) {
            int from = after == null ? 0 : Math.clamp(after.getLeastSignificantBits(), 0, all.size());
            int to = Math.min(all.size(), from + size);
            var next = to < all.size() ? token(new UUID(0, to).toString()) : null;
            return Answer.of(200, new Page<>(List.copyOf(all.subList(from, to)), next, null));
        }
    }

    /// @throws Failure `VALIDATION_FAILED` or `MALFORMED_REQUEST` for a size or token that can't be
    public static Wanted of(Call call) {
        return new Wanted(
                call.parameter("page_token")
                        .map(token -> parse(token, UUID::fromString))
                        .orElse(null),
                size(call));
    }

    private static int size(Call call) {
        long size = call.number("page_size").orElse((long) USUAL);
        if (size < 1 || size > MOST) {
            throw Failure.of(ProblemCode.VALIDATION_FAILED, "page_size must be 1 to " + MOST + ".");
        }
        return (int) size;
    }

    /// Like [Wanted], for lists whose order is not that of identifiers.
    ///
    /// @param after what the last item of the page before stands for; null for the first page
    public record Behind<K>(@Nullable K after, int size) {

        /// How many to read: one more than fit tells whether there is another page.
        public int toRead() {
            return size + 1;
        }

        /// The page, of what was read.
        public <V> Answer page(List<V> read, Function<V, String> place) {
            var next = read.size() > size ? token(place.apply(read.get(size - 1))) : null;
            return Answer.of(200, new Page<>(List.copyOf(read.subList(0, Math.min(size, read.size()))), next, null));
        }
    }

    /// @param place reads what a token stands for; throws where it can't
    /// @throws Failure `VALIDATION_FAILED` or `MALFORMED_REQUEST` for a size or token that can't be
    public static <K> Behind<K> behind(Call call, Function<String, K> place) {
        return new Behind<>(
                call.parameter("page_token").map(token -> parse(token, place)).orElse(null), size(call));
    }

    private static String token(String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static <K> K parse(String token, Function<String, K> place) {
        try {
            return place.apply(
                    new String(Base64.getUrlDecoder().decode(token), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IllegalArgumentException foreign) {
            throw Failure.of(ProblemCode.MALFORMED_REQUEST, "The page_token is not one of ours.");
        }
    }
}
