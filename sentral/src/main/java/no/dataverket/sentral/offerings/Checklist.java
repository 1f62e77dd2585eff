package no.dataverket.sentral.offerings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.dataverket.contract.Failure;
import no.dataverket.contract.Problem;
import no.dataverket.contract.Problem.Violation;
import no.dataverket.contract.ProblemCode;
import no.dataverket.contract.api.Preflight.PreflightCheck;
import no.dataverket.contract.api.Preflight.Requirement;

/// What a request needs, met or not: each check runs, whatever those before it found, so that all that is
/// missing is told at once. Admission and preflight ask the same checks.
final class Checklist {

    private final List<PreflightCheck> checks = new ArrayList<>();
    private final List<Failure> misses = new ArrayList<>();

    /// Runs a check that throws where something is missing.
    ///
    /// @param met what is said where nothing is
    void check(Requirement requirement, String met, Runnable check) {
        found(requirement, met, () -> {
            check.run();
            return true;
        });
    }

    /// Like [#check], for a check that finds something.
    <T> Optional<T> found(Requirement requirement, String met, Supplier<T> check) {
        try {
            var value = check.get();
            checks.add(new PreflightCheck(requirement, true, true, met, null, ""));
            return Optional.of(value);
        } catch (Failure miss) {
            miss(miss);
            return Optional.empty();
        }
    }

    /// Something that is missing.
    void miss(Failure miss) {
        misses.add(miss);
        checks.add(unmet(miss.problem()));
    }

    /// Something without which the request is accepted, and its task waits.
    void delay(String detail, String hint) {
        checks.add(new PreflightCheck(
                Requirement.DEPENDENCY, false, false, detail, ProblemCode.DEPENDENCY_UNAVAILABLE.name(), hint));
    }

    /// Somebody's consent, which the request would wait for.
    ///
    /// @param what whose it is, and why
    void consent(String what) {
        checks.add(new PreflightCheck(
                Requirement.APPROVAL,
                false,
                false,
                "The request would be kept until it is approved: " + what,
                ProblemCode.APPROVAL_REQUIRED.name(),
                "Make it, and tell those who approve: dv approval list --state PENDING"));
    }

    /// Something that may be away, and is not.
    void present(String detail) {
        checks.add(new PreflightCheck(Requirement.DEPENDENCY, true, false, detail, null, ""));
    }

    List<PreflightCheck> checks() {
        return List.copyOf(checks);
    }

    boolean none() {
        return misses.isEmpty();
    }

    /// Refuses with the first thing that is missing, and names the others.
    void requireNone() {
        if (misses.isEmpty()) {
            return;
        }
        var first = misses.getFirst();
        if (misses.size() == 1) {
            throw first;
        }
        var problem = first.problem();
        var alike = misses.stream()
                .map(Failure::problem)
                .filter(other -> other.code().equals(problem.code()))
                .map(Problem::detail)
                .toList();
        throw new Failure(detailed(problem, String.join(" ", alike))).violations(violations());
    }

    /// A problem as a check that is not met.
    static PreflightCheck unmet(Problem problem) {
        return new PreflightCheck(
                requirement(problem.catalogued()), false, true, problem.detail(), problem.code(), problem.hint());
    }

    private List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        for (var miss : misses) {
            var problem = miss.problem();
            var own = problem.violations();
            if (own == null) {
                violations.add(new Violation("", problem.code(), problem.detail()));
            } else {
                violations.addAll(own);
            }
        }
        return violations;
    }

    private static Problem detailed(Problem problem, String detail) {
        var all = Problem.of(problem.catalogued(), detail).withHint(problem.hint());
        var parameters = problem.parameters();
        return parameters == null ? all : all.withParameters(parameters);
    }

    private static Requirement requirement(ProblemCode code) {
        return switch (code) {
            case ACTION_FORBIDDEN -> Requirement.ROLE;
            case OFFERING_NOT_ENABLED, OFFERING_GATED -> Requirement.AVAILABILITY;
            case INVALID_REFERENCE, RESOURCE_NOT_FOUND -> Requirement.REFERENCE;
            case RESOURCE_NOT_READY -> Requirement.READINESS;
            case NO_CAPACITY, POOL_EXHAUSTED -> Requirement.PLACEMENT;
            case QUOTA_EXCEEDED, TOO_MANY_TASKS, NETWORK_ADDRESSES_EXHAUSTED -> Requirement.QUOTA;
            case NAME_TAKEN -> Requirement.NAME;
            default -> Requirement.REQUEST;
        };
    }
}
