package io.limn.common.geometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds which objects of one list are those of another, each at most once, so that all together they are most alike.
 * Only what is alike at all can be paired, so that the lists fall apart into small groups that are solved one by one.
 */
public final class Matching {
    /** Beyond this many pairs in a group the best ones are taken first, which is near enough and much faster. */
    private static final int LARGEST = 250_000;

    private final int left;
    private final int right;
    private final double threshold;
    private final Map<Integer, Map<Integer, Double>> alike = new TreeMap<>();
    private final int[] group;

    private Matching(int left, int right, double threshold) {
        this.left = left;
        this.right = right;
        this.threshold = threshold;
        group = new int[left + right];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
    }

    /** How much two objects are alike, by their positions, from 0 to 1. */
    @FunctionalInterface
    public interface Likeness {
        /** The likeness of one on the left and one on the right. */
        double of(int left, int right);
    }

    /**
     * The pairs.
     *
     * @param left      how many objects are on the left
     * @param right     how many are on the right
     * @param threshold how far from 1 the likeness of a pair may be
     * @return by the position on the right the position on the left
     */
    public static Map<Integer, Integer> pairs(int left, int right, double threshold, Likeness likeness) {
        var matching = new Matching(left, right, threshold);
        for (int i = 0; i < left; i++) {
            for (int j = 0; j < right; j++) {
                double value = likeness.of(i, j);
                if (value > 0) {
                    matching.add(i, j, value);
                }
            }
        }
        return matching.solve();
    }

    private void add(int i, int j, double value) {
        alike.computeIfAbsent(i, key -> new TreeMap<>()).put(j, value);
        group[root(i)] = root(left + j);
    }

    private int root(int node) {
        int top = node;
        while (group[top] != top) {
            group[top] = group[group[top]];
            top = group[top];
        }
        return top;
    }

    private Map<Integer, Integer> solve() {
        var members = new LinkedHashMap<Integer, List<Integer>>();
        for (int i : alike.keySet()) {
            members.computeIfAbsent(root(i), key -> new ArrayList<>()).add(i);
        }
        var others = new LinkedHashMap<Integer, List<Integer>>();
        for (int j = 0; j < right; j++) {
            others.computeIfAbsent(root(left + j), key -> new ArrayList<>()).add(j);
        }
        var pairs = new TreeMap<Integer, Integer>();
        members.forEach((root, lefts) -> {
            var rights = others.get(root);
            if ((long) lefts.size() * rights.size() > LARGEST) {
                bestFirst(lefts, pairs);
            } else {
                cheapest(lefts, rights, pairs);
            }
        });
        return pairs;
    }

    private void cheapest(List<Integer> lefts, List<Integer> rights, Map<Integer, Integer> pairs) {
        boolean turned = lefts.size() > rights.size();
        var rows = turned ? rights : lefts;
        var columns = turned ? lefts : rights;
        var cost = new double[rows.size()][columns.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                cost[r][c] = 1 - (turned ? value(columns.get(c), rows.get(r)) : value(rows.get(r), columns.get(c)));
            }
        }
        var columnOf = Assignment.cheapest(cost);
        for (int r = 0; r < columnOf.length; r++) {
            if (cost[r][columnOf[r]] <= threshold) {
                int row = rows.get(r);
                int column = columns.get(columnOf[r]);
                pairs.put(turned ? row : column, turned ? column : row);
            }
        }
    }

    private double value(int i, int j) {
        return alike.get(i).getOrDefault(j, 0.0);
    }

    private record Pair(int left, int right, double value) {}

    private void bestFirst(List<Integer> lefts, Map<Integer, Integer> pairs) {
        var candidates = new ArrayList<Pair>();
        for (int i : lefts) {
            alike.get(i).forEach((j, value) -> {
                if (1 - value <= threshold) {
                    candidates.add(new Pair(i, j, value));
                }
            });
        }
        candidates.sort((one, other) -> Double.compare(other.value(), one.value()));
        var taken = new java.util.HashSet<Integer>();
        for (var pair : candidates) {
            if (!taken.contains(pair.left()) && !pairs.containsKey(pair.right())) {
                taken.add(pair.left());
                pairs.put(pair.right(), pair.left());
            }
        }
    }
}
