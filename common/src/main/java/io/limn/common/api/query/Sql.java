package io.limn.common.api.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL with the values of its {@code ?} placeholders, in order. Values never become part of the text.
 *
 * @param text       SQL with placeholders
 * @param parameters their values
 */
public record Sql(String text, List<Object> parameters) {
    /** A condition that always holds. */
    public static final Sql TRUE = of("TRUE");

    /** A condition that never holds. */
    public static final Sql FALSE = of("FALSE");

    /** A piece of SQL. */
    public static Sql of(String text, Object... parameters) {
        var values = new ArrayList<>(parameters.length);
        values.addAll(java.util.Arrays.asList(parameters));
        return new Sql(text, values);
    }

    /** This piece followed by another. */
    public Sql append(Sql next) {
        var values = new ArrayList<>(parameters);
        values.addAll(next.parameters);
        return new Sql(text + next.text, values);
    }

    /** Both conditions. */
    public Sql and(Sql other) {
        if (equals(TRUE)) {
            return other;
        }
        return other.equals(TRUE) ? this : join(" AND ", List.of(this, other)).enclosed();
    }

    /** The opposite; rows for which the condition is unknown belong to it. */
    public Sql not() {
        return of("NOT COALESCE(").append(this).append(of(", FALSE)"));
    }

    /** Several pieces with a separator between them. */
    public static Sql join(String separator, List<Sql> pieces) {
        var all = pieces.getFirst();
        for (var piece : pieces.subList(1, pieces.size())) {
            all = all.append(of(separator)).append(piece);
        }
        return all;
    }

    /** This piece in parentheses. */
    public Sql enclosed() {
        return of("(").append(this).append(of(")"));
    }
}
