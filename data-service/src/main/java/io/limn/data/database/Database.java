package io.limn.data.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs SQL: in the transaction at hand when there is one, each statement by itself otherwise. */
@ApplicationScoped
public class Database {
    private final AgroalDataSource source;

    Database(AgroalDataSource source) {
        this.source = source;
    }

    /** Turns a row into a value. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** The value of the row at hand. */
        T read(ResultSet row) throws SQLException;
    }

    /** Runs an INSERT, UPDATE or DELETE; tells how many rows it concerned. */
    public int update(String sql, Object... parameters) {
        try (var connection = source.getConnection();
                var statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException fault) {
            throw new DatabaseException(fault);
        }
    }

    /** Runs a statement once for each row of parameters. */
    public void updateAll(String sql, List<Object[]> rows) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (var row : rows) {
                set(connection, statement, row);
                statement.addBatch();
                if (++waiting % 1000 == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        } catch (SQLException fault) {
            throw new DatabaseException(fault);
        }
    }

    /** All rows of a query. */
    public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        try (var connection = source.getConnection();
                var statement = prepare(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            var values = new ArrayList<T>();
            while (rows.next()) {
                values.add(reader.read(rows));
            }
            return values;
        } catch (SQLException fault) {
            throw new DatabaseException(fault);
        }
    }

    /** The first row of a query. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        set(connection, statement, parameters);
        return statement;
    }

    private static void set(Connection connection, PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case Instant time -> statement.setObject(i + 1, time.atOffset(ZoneOffset.UTC));
                case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                case Long[] numbers -> statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
                case null, default -> statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    /** A number that may be null. */
    public static Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** A point in time that may be null. */
    public static Instant time(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, java.time.OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
