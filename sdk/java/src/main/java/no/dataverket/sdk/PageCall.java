package no.dataverket.sdk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call of a list operation.
///
/// @param <P> the page
/// @param <I> what is on the page
public abstract class PageCall<P, I> extends Call<P> {

    protected PageCall(Connection connection, String method, String path, Class<P> type) {
        super(connection, method, path, type);
    }

    protected abstract List<I> items(P page);

    protected abstract @Nullable String next(P page);

    /// Every item of this page and of all that follow.
    public List<I> all() {
        var all = new ArrayList<I>();
        var page = send();
        all.addAll(items(page));
        for (var token = next(page); token != null; token = next(page)) {
            page = following(token);
            all.addAll(items(page));
        }
        return List.copyOf(all);
    }
}
