package io.limn.task.database;

import io.limn.common.api.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs SQL in the transaction at hand, or by itself when there is none. */
@ApplicationScoped
public class Database {
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** Turns the row at which a result stands into an object. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** The object of a row. */
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of a query. */
    public <T> List<T> list(Sql query, RowReader<T> reader) {
        return run(query, statement -> {
            try (var row = statement.executeQuery()) {
                var objects = new ArrayList<T>();
                while (row.next()) {
                    objects.add(reader.read(row));
                }
                return objects;
            }
        });
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> one(Sql query, RowReader<T> reader) {
        return list(query, reader).stream().findFirst();
    }

    /** Whether a query has a row. */
    public boolean exists(Sql query) {
        return !list(query, row -> true).isEmpty();
    }

    /**
     * Changes rows.
     *
     * @return how many
     * @throws NotUniqueException when two rows would have the same key
     */
    public int update(Sql statement) {
        return run(statement, PreparedStatement::executeUpdate);
    }

    /**
     * Writes one row.
     *
     * @return the number that {@code RETURNING} names
     * @throws NotUniqueException when two rows would have the same key
     */
    public long insert(Sql statement) {
        return one(statement, row -> row.getLong(1)).orElseThrow();
    }

    private <T> T run(Sql sql, Work<T> work) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql.text())) {
            int position = 0;
            for (var value : sql.parameters()) {
                position++;
                bind(connection, statement, position, value);
            }
            return work.with(statement);
        } catch (SQLException fault) {
            if (UNIQUE_VIOLATION.equals(fault.getSQLState())) {
                throw new NotUniqueException(fault);
            }
            throw new IllegalStateException("A statement failed", fault);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int position, Object value)
            throws SQLException {
        switch (value) {
            case Instant instant -> statement.setObject(position, instant.atOffset(ZoneOffset.UTC));
            case int[] numbers -> statement.setObject(position, numbers);
            case Collection<?> ids -> statement.setArray(position, connection.createArrayOf("bigint", ids.toArray()));
            case null, default -> statement.setObject(position, value);
        }
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
