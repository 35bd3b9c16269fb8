package io.limn.task.sampling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;

/**
 * The order of numbers in a hash table without chains, each at its remainder by the length of the table. Choices among
 * the frames of a job by a seed are made in this order on servers of the CVAT API, and so here.
 */
public final class HashOrder {
    private static final int SHORTEST = 8;
    private static final int LARGE = 50_000;

    private HashOrder() {}

    /**
     * Numbers in this order.
     *
     * @param numbers numbers that lie close together
     * @param removed how many more there were before some were taken away: when few, the table is as long as if they
     *                were still there
     */
    public static List<Integer> of(NavigableSet<Integer> numbers, int removed) {
        int before = numbers.size() + removed;
        int length = before / 4 > removed ? copied(before) : grown(numbers.size());
        var ordered = new ArrayList<>(numbers);
        ordered.sort(Comparator.comparingInt(number -> number % length));
        return ordered;
    }

    /** The length of a table to which numbers are added one by one. */
    private static int grown(int count) {
        int length = SHORTEST;
        for (int used = 1; used <= count; used++) {
            if (used * 5L >= (length - 1) * 3L) {
                length = above(used > LARGE ? used * 2 : used * 4);
            }
        }
        return length;
    }

    /** The length of a table that is copied from another. */
    private static int copied(int count) {
        return count * 5L >= (SHORTEST - 1) * 3L ? above(count * 2) : SHORTEST;
    }

    private static int above(int least) {
        int length = SHORTEST;
        while (length <= least) {
            length *= 2;
        }
        return length;
    }
}
