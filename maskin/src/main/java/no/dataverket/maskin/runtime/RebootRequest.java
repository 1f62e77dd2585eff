package no.dataverket.maskin.runtime;

import java.time.Duration;

/// A wish for one reboot.
///
/// @param token names the wish: the same one asked for twice reboots once. At most 64 letters, digits, `-`,
///     `_`, `.`
/// @param mode how the guest is stopped
/// @param limit for the start that follows
public record RebootRequest(String token, StopMode mode, Duration limit) {

    public RebootRequest {
        if (!token.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("'" + token + "' can't name a reboot");
        }
    }
}
