package io.limn.task.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads columns that may hold no value. */
public final class Columns {
    private Columns() {}

    /** A number, {@code null} when there is none. */
    public static Long id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** A small number, {@code null} when there is none. */
    public static Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /** A point in time, {@code null} when there is none. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** A list of numbers, {@code null} when there is none. */
    public static int[] integers(ResultSet row, String column) throws SQLException {
        var value = row.getArray(column);
        if (value == null) {
            return null;
        }
        var boxed = (Integer[]) value.getArray();
        var numbers = new int[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            numbers[i] = boxed[i];
        }
        return numbers;
    }
}
