package io.limn.common.api.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the one statement that reads a page: the change number of the list's tables, the count and the ids of the page,
 * all of the same moment. Rows are counted only when the change number is another than that of the count at hand.
 */
final class PageStatement {
    private final ListSpec spec;
    private final List<Way> ways;

    PageStatement(ListSpec spec, Visible visible) {
        this.spec = spec;
        this.ways = visible.conditions();
    }

    /** Counts the rows. A row that comes in by several ways counts once. */
    Sql count() {
        if (ways.size() == 1) {
            return Sql.of("SELECT count(*) FROM " + spec.fromForCount() + " WHERE ")
                    .append(ways.getFirst().whole());
        }
        var ids = ways.stream()
                .map(way -> Sql.of("SELECT " + spec.idExpression() + " FROM " + spec.fromForCount() + " WHERE ")
                        .append(way.whole()))
                .toList();
        return Sql.of("SELECT count(*) FROM (").append(Sql.join(" UNION ", ids)).append(Sql.of(") seen"));
    }

    /**
     * The ids of some rows in an order. Each way gives as many rows as are wanted of all, which is enough whichever way
     * they come in by.
     *
     * @param order  the sort keys
     * @param window the rows that are wanted
     */
    Sql ids(List<SortKey> order, Window window) {
        if (ways.size() == 1) {
            var by = order.stream().map(key -> key.by(key.expression())).collect(Collectors.joining(", "));
            return Sql.of("SELECT " + spec.idExpression() + " FROM " + spec.from() + " WHERE ")
                    .append(ways.getFirst().whole())
                    .append(Sql.of(" ORDER BY " + by + window.limit()));
        }
        var by = " ORDER BY "
                + IntStream.range(0, order.size())
                        .mapToObj(i -> order.get(i).by(SortKey.name(i)))
                        .collect(Collectors.joining(", "));
        var keys = IntStream.range(0, order.size())
                .mapToObj(i -> ", " + order.get(i).expression() + " AS " + SortKey.name(i))
                .collect(Collectors.joining());
        var rows = Sql.of("SELECT " + spec.idExpression() + " AS id" + keys + " FROM " + spec.from() + " WHERE ");
        var first = Sql.of(by + window.limitOfEach());
        return Sql.of("SELECT id FROM (")
                .append(Sql.join(
                        " UNION ",
                        ways.stream().map(way -> of(way, rows, first)).toList()))
                .append(Sql.of(") seen" + by + window.limit()));
    }

    /** The first rows of one way; of what they belong to, each thing gives so many. */
    private static Sql of(Way way, Sql rows, Sql first) {
        var above = way.above();
        if (above == null) {
            return rows.append(way.condition()).append(first).enclosed();
        }
        return Sql.of("(SELECT below.* FROM " + above.table() + " CROSS JOIN LATERAL (")
                .append(rows)
                .append(Sql.of(above.column() + " = " + above.key() + " AND "))
                .append(way.condition())
                .append(first)
                .append(Sql.of(") below WHERE "))
                .append(above.his())
                .append(Sql.of(")"));
    }

    /** All of a page, as the columns {@code change}, {@code count} and {@code ids}. */
    Sql page(List<SortKey> order, Window window, Sql count, Counted known) {
        return Sql.of(
                        "WITH counted AS MATERIALIZED (SELECT change, CASE WHEN change = CAST(? AS bigint) THEN"
                                + " CAST(? AS bigint) ELSE (",
                        known.change(),
                        known.count())
                .append(count)
                .append(Sql.of(") END AS count FROM (SELECT (" + spec.change() + ") AS change) now)"
                        + " SELECT change, count, ARRAY("))
                .append(ids(order, window))
                .append(Sql.of(") AS ids FROM counted"));
    }
}
