package io.limn.task.annotation.history;

import java.util.ArrayList;
import java.util.List;

/**
 * What makes one revision of a job differ from another.
 *
 * @param from    the one
 * @param to      the other
 * @param created ids of objects that only the other has
 * @param updated ids of objects that both have, each in another version
 * @param deleted ids of objects that only the one has
 */
public record Difference(long from, long to, List<Long> created, List<Long> updated, List<Long> deleted) {
    static Difference between(long from, long to) {
        return new Difference(from, to, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** The way back. */
    Difference reversed() {
        return new Difference(to, from, deleted, updated, created);
    }

    Counts counts() {
        return new Counts(created.size(), updated.size(), deleted.size());
    }

    /** All that is touched. */
    List<Long> all() {
        var ids = new ArrayList<>(created);
        ids.addAll(updated);
        ids.addAll(deleted);
        return ids;
    }
}
