package no.dataverket.core.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// A failure that PostgreSQL or the way to it reported. Codes: PostgreSQL documentation, appendix A.
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String IDLE_TOO_LONG = "25P03";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK_DETECTED = "40P01";

    /// Where PostgreSQL finds that a statement's columns are not what they were when it was prepared; the code is
    /// that of many things which are not supported.
    private static final String OUTDATED_PLAN = "RevalidateCachedQuery";

    private final String sqlState;
    private final @Nullable String constraint;
    private final boolean outdatedPlan;

    private DatabaseFailure(String sqlState, @Nullable ServerErrorMessage message, SQLException cause) {
        super(cause.getMessage(), cause);
        this.sqlState = sqlState;
        this.constraint = message == null ? null : message.getConstraint();
        this.outdatedPlan = message != null && OUTDATED_PLAN.equals(message.getRoutine());
    }

    static DatabaseFailure of(SQLException cause) {
        var state = cause.getSQLState();
        var message = cause instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return new DatabaseFailure(state == null ? "" : state, message, cause);
    }

    /// Whether a unique or exclusion constraint of this name was violated.
    public boolean violates(String name) {
        return (sqlState.equals(UNIQUE_VIOLATION) || sqlState.equals(EXCLUSION_VIOLATION)) && name.equals(constraint);
    }

    /// Whether the transaction lost a race and may simply run again; that with a newer process which changes a
    /// table under a prepared statement is one too.
    public boolean lostRace() {
        return outdatedPlan
                || sqlState.equals(SERIALIZATION_FAILURE)
                || sqlState.equals(DEADLOCK_DETECTED)
                || sqlState.equals(IDLE_TOO_LONG);
    }

    /// Whether the database can't be reached or is shutting down: classes 08, 57P and 58, or no connection to
    /// be had.
    public boolean unavailable() {
        return sqlState.isEmpty()
                || sqlState.startsWith("08")
                || sqlState.startsWith("57P")
                || sqlState.startsWith("58");
    }
}
