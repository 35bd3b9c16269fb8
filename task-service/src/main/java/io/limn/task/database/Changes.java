package io.limn.task.database;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Change numbers of tables. Triggers note in {@code list_change} each transaction that changes what lists look at, in
 * several rows for each table: a transaction takes one that no other holds, so that none waits for another, and their
 * sum grows with each commit.
 */
public final class Changes {
    private Changes() {}

    /** The query of one number that grows whenever one of the tables changes. */
    public static String of(String... tables) {
        return Arrays.stream(tables)
                .map(table -> "'" + table + "'")
                .collect(Collectors.joining(
                        ", ", "SELECT CAST(sum(c.number) AS bigint) FROM list_change c WHERE c.table_name IN (", ")"));
    }
}
