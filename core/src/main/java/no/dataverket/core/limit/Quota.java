package no.dataverket.core.limit;

/// So many units in a window.
///
/// @param name of the policy, as it is in the headers and in the settings
/// @param window in seconds
record Quota(String name, int units, int window) {

    static final int MINUTE = 60;

    /// The policy, as `RateLimit-Policy` tells it.
    String policy() {
        return "\"" + name + "\";q=" + units + ";w=" + window;
    }

    double unitsPerNano() {
        return units / (window * 1e9);
    }
}
