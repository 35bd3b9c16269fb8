package io.limn.common.api.query;

/**
 * The rows of a list that are on one page.
 *
 * @param size rows of a page, 0 for all
 * @param page its number from 1 on, 0 for the last
 */
record Window(long size, long page) {
    /** The end of the statement that reads the page; the count stands in a query named {@code counted}. */
    String limit() {
        if (size == 0) {
            return "";
        }
        return " LIMIT " + size + " OFFSET "
                + (page == 0
                        ? "(SELECT greatest(count - 1, 0) / " + size + " * " + size + " FROM counted)"
                        : (page - 1) * size);
    }

    /** The end of each of several statements that may have rows of the page. */
    String limitOfEach() {
        return size == 0 || page == 0 ? "" : " LIMIT " + page * size;
    }
}
