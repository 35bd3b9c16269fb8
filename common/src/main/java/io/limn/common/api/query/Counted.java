package io.limn.common.api.query;

/**
 * How many rows a condition found, and when.
 *
 * @param change the change number of the tables at that time
 * @param count  rows
 */
record Counted(long change, long count) {
    /** Of conditions that have not been counted yet: change numbers are never negative. */
    static final Counted NEVER = new Counted(-1, 0);
}
