package no.dataverket.core.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/// A failure that PostgreSQL or the way to it reported. Codes: PostgreSQL documentation, appendix A.
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String IDLE_TOO_LONG = "25P03";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK_DETECTED = "40P01";

    private final String sqlState;
    private final @Nullable String constraint;

    private DatabaseFailure(String sqlState, @Nullable String constraint, SQLException cause) {
        super(cause.getMessage(), cause);
        this.sqlState = sqlState;
        this.constraint = constraint;
    }

    static DatabaseFailure of(SQLException cause) {
        var state = cause.getSQLState();
        var message = cause instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return new DatabaseFailure(state == null ? "" : state, message == null ? null : message.getConstraint(), cause);
    }

    /// Whether a unique or exclusion constraint of this name was violated.
    public boolean violates(String name) {
        return (sqlState.equals(UNIQUE_VIOLATION) || sqlState.equals(EXCLUSION_VIOLATION)) && name.equals(constraint);
    }

    /// Whether the transaction lost a race and may simply run again.
    public boolean lostRace() {
        return sqlState.equals(SERIALIZATION_FAILURE)
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
