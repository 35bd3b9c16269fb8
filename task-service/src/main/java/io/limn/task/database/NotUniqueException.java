package io.limn.task.database;

import java.sql.SQLException;

/** Two rows would have the same key. */
public final class NotUniqueException extends RuntimeException {
    NotUniqueException(SQLException cause) {
        super(cause);
    }
}
