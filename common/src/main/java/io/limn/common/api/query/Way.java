package io.limn.common.api.query;

/**
 * One of the ways by which a reader sees rows of a list: a condition on the row itself, or that it belongs to something
 * that he has.
 *
 * @param condition what must hold of the row itself
 * @param above     what it must belong to, {@code null} for nothing
 */
public record Way(Sql condition, Above above) {
    /** Everything. */
    public static final Way ALL = new Way(Sql.TRUE, null);

    /** Nothing. */
    public static final Way NONE = new Way(Sql.FALSE, null);

    /**
     * Things to which rows belong, few in comparison with these.
     *
     * @param table  where they are, with the alias that the others use
     * @param key    expression of their id
     * @param column expression of the id in the row
     * @param his    which of them count
     */
    public record Above(String table, String key, String column, Sql his) {}

    /** A condition on the row itself. */
    public static Way of(String text, Object... parameters) {
        return new Way(Sql.of(text, parameters), null);
    }

    /** That the row belongs to something. */
    public static Way through(Above above) {
        return new Way(Sql.TRUE, above);
    }

    /** The same way under one more condition. */
    public Way and(Sql more) {
        return new Way(condition.and(more), above);
    }

    /** The whole way as one condition. */
    public Sql whole() {
        if (above == null) {
            return condition;
        }
        return Sql.of(above.column() + " IN (SELECT " + above.key() + " FROM " + above.table() + " WHERE ")
                .append(above.his())
                .append(Sql.of(")"))
                .and(condition);
    }
}
