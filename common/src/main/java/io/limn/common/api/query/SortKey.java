package io.limn.common.api.query;

/**
 * One of the keys by which a list is sorted.
 *
 * @param expression what is compared
 * @param descending whether the greatest comes first
 */
record SortKey(String expression, boolean descending) {
    /** The name of the key in a query that selects it. */
    static String name(int position) {
        return "key" + position;
    }

    /** An item of ORDER BY. */
    String by(String expressionOrName) {
        return descending ? expressionOrName + " DESC" : expressionOrName;
    }
}
