package no.dataverket.maskin.host;

import java.util.List;
import java.util.Optional;

/// How many hosts may be in quarantine at a time. Where many fail at once, something that they share is at fault, and
/// taking them all away would only make it worse: a bad image, or a service that asks for the impossible, must not
/// empty a site.
///
/// @param site the datacenter
/// @param domains the failure domains that the host stands in
/// @param others how many other hosts of the datacenter take machines now
record QuarantineBudget(Share site, List<Share> domains, int others) {

    /// Of a datacenter one host in so many may be in quarantine, and of a failure domain.
    private static final int SITE_HAS_ONE_IN = 10;

    private static final int DOMAIN_HAS_ONE_IN = 4;

    /// Hosts that stand together.
    ///
    /// @param of what they stand in, in words
    /// @param hosts all of them
    /// @param quarantined those in quarantine, for whatever reason
    record Share(String of, int hosts, int quarantined) {

        private Optional<String> refusal(int oneIn) {
            int most = most(hosts, oneIn);
            return quarantined < most
                    ? Optional.empty()
                    : Optional.of("of %d hypervisors of %s, %d may be in quarantine, and %d %s"
                            .formatted(hosts, of, most, quarantined, quarantined == 1 ? "is" : "are"));
        }
    }

    /// One of few may always be, so that a small site is not left to its failing host.
    static int most(int hosts, int oneIn) {
        return Math.max(1, hosts / oneIn);
    }

    /// Why one more host may not be put in quarantine; empty if it may.
    Optional<String> refusal() {
        if (others == 0) {
            return Optional.of("no other hypervisor of " + site.of() + " takes machines");
        }
        return site.refusal(SITE_HAS_ONE_IN)
                .or(() -> domains.stream()
                        .map(domain -> domain.refusal(DOMAIN_HAS_ONE_IN))
                        .flatMap(Optional::stream)
                        .findFirst());
    }
}
