package no.dataverket.contract;

import java.util.List;
import java.util.Map;

/// The one exception for what goes wrong in a way that somebody outside is told about. The edge turns it into
/// an answer; nobody else catches it to hide it. Internal detail goes into the cause, never into the problem.
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Failure(Problem problem) {
        super(problem.code() + ": " + problem.detail());
        this.problem = problem;
    }

    public Failure(Problem problem, Throwable cause) {
        super(problem.code() + ": " + problem.detail(), cause);
        this.problem = problem;
    }

    /// A failure of the catalogue, with a detail for the reader.
    public static Failure of(ProblemCode code, String detail) {
        return new Failure(Problem.of(code, detail));
    }

    public Problem problem() {
        return problem;
    }

    public ProblemCode code() {
        return problem.catalogued();
    }

    public Failure hint(String hint) {
        return new Failure(problem.withHint(hint), this);
    }

    public Failure dependents(List<String> names) {
        return new Failure(problem.withDependents(names), this);
    }

    public Failure violations(List<Problem.Violation> violations) {
        return new Failure(problem.withViolations(violations), this);
    }

    public Failure parameters(Map<String, String> values) {
        return new Failure(problem.withParameters(values), this);
    }
}
