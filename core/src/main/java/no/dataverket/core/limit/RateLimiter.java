package no.dataverket.core.limit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Problem;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Operation.Cost;
import no.dataverket.core.limit.TokenBucket.Level;

/// Charges each request to who sent it. Lanes are apart: what is used up in one is not missed in another.
public final class RateLimiter {

    private static final int MANY = 20_000;

    private final Limits limits;
    private final LongSupplier clock;
    private final Map<Key, TokenBucket> buckets = new ConcurrentHashMap<>();

    private record Key(String policy, String whose) {}

    public RateLimiter(Limits limits) {
        this(limits, System::nanoTime);
    }

    RateLimiter(Limits limits, LongSupplier clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /// What became of a charge.
    public record Charge(List<Level> levels) {

        /// The first quota that is used up.
        public Optional<String> exhausted() {
            return refusing().map(level -> level.quota().name());
        }

        /// `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10).
        public Map<String, String> headers() {
            var headers = new LinkedHashMap<String, String>();
            headers.put(
                    "RateLimit-Policy",
                    joined(levels.stream().map(level -> level.quota().policy())));
            headers.put("RateLimit", joined(levels.stream().map(Level::text)));
            return headers;
        }

        /// @throws Failure `RATE_LIMIT` if a quota is used up
        public void require() {
            var refused = refusing();
            if (refused.isPresent()) {
                throw refusal(refused.get());
            }
        }

        private Optional<Level> refusing() {
            return levels.stream().filter(level -> !level.taken()).findFirst();
        }

        private static Failure refusal(Level level) {
            var quota = level.quota();
            var problem = Problem.of(
                            ProblemCode.RATE_LIMIT,
                            "The limit " + quota.name() + " of " + quota.units() + " in " + quota.window()
                                    + " s is used up.")
                    .withHint("Wait " + level.after() + " s. To follow a task, use :wait; it has a limit of its own.")
                    .withRetryAfter(level.after())
                    .withParameters(Map.of("limit", quota.name()));
            return new Failure(problem);
        }

        private static String joined(java.util.stream.Stream<String> items) {
            return items.collect(Collectors.joining(", "));
        }
    }

    /// Charges a request to its principal, and to the tenant where there is one; to both or to none.
    public Charge charge(String principal, Optional<String> tenant, Cost cost) {
        var own = bucket(limits.principal(cost.lane()), principal);
        var level = own.take(cost.weight(), clock.getAsLong());
        if (!level.taken() || tenant.isEmpty()) {
            return new Charge(List.of(level));
        }
        var shared = bucket(limits.tenant(cost.lane()), tenant.get()).take(cost.weight(), clock.getAsLong());
        if (!shared.taken()) {
            own.giveBack(cost.weight());
        }
        return new Charge(List.of(level, shared));
    }

    /// Charges a request of which no principal is known.
    public Charge chargeAddress(String address, int weight) {
        return new Charge(List.of(bucket(limits.address(), address).take(weight, clock.getAsLong())));
    }

    /// Takes a charge of an address back, because its request turned out to be somebody's.
    public void giveBack(String address, int weight) {
        bucket(limits.address(), address).giveBack(weight);
    }

    private TokenBucket bucket(Quota quota, String whose) {
        if (buckets.size() > MANY) {
            long now = clock.getAsLong();
            buckets.values().removeIf(bucket -> bucket.full(now));
        }
        return buckets.computeIfAbsent(
                new Key(quota.name(), whose), unused -> new TokenBucket(quota, clock.getAsLong()));
    }
}
