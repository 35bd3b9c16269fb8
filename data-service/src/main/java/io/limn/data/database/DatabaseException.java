package io.limn.data.database;

import java.sql.SQLException;

/** A statement failed: the database is away, or the statement is wrong. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
