package io.limn.common.api.query;

import java.util.List;

/**
 * Which rows of a list its reader may see: those that fulfil a condition and come in by one of several ways. The ways
 * are kept apart so that each is read by its own index; an OR of them all would forbid that.
 *
 * @param condition what holds for every row
 * @param ways      at least one
 */
public record Visible(Sql condition, List<Way> ways) {
    /** Checks that there is a way. */
    public Visible {
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("Rows that nobody sees have the way NONE");
        }
        ways = List.copyOf(ways);
    }

    /** All rows that fulfil a condition. */
    public static Visible where(Sql condition) {
        return new Visible(condition, List.of(Way.ALL));
    }

    /** Those of the rows that fulfil one more condition. */
    public Visible and(Sql more) {
        return new Visible(condition.and(more), ways);
    }

    /** The ways, each under the condition. */
    List<Way> conditions() {
        return ways.stream().map(way -> way.and(condition)).toList();
    }
}
