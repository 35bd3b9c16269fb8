package io.limn.common.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of an open or closed line whose corners may become more or fewer: each corner moves to those that lie as far
 * along the other line, and corners that come too close on the way are thinned out.
 */
final class LineInterpolation implements Interpolation {
    private final Points left;
    private final Points right;
    private final boolean closed;
    private final List<List<Integer>> matches;

    LineInterpolation(Points left, Points right, boolean closed) {
        this.left = closed ? close(left) : left;
        this.right = closed ? close(right) : right;
        this.closed = closed;
        matches = match(this.left, this.right);
    }

    private static Points close(Points ring) {
        if (ring.size() < 2) {
            return ring;
        }
        var values = java.util.Arrays.copyOf(ring.toArray(), ring.size() + 2);
        values[ring.size()] = ring.x(0);
        values[ring.size() + 1] = ring.y(0);
        return Points.of(values);
    }

    /** For each corner on the left those on the right that it becomes, at least one. */
    private static List<List<Integer>> match(Points left, Points right) {
        var from = offsets(left);
        var to = offsets(right);
        var taken = new boolean[to.length];
        var matches = new ArrayList<List<Integer>>(from.length);
        for (double offset : from) {
            int nearest = nearest(to, offset);
            taken[nearest] = true;
            matches.add(new ArrayList<>(List.of(nearest)));
        }
        for (int j = 0; j < to.length; j++) {
            if (!taken[j]) {
                matches.get(nearest(from, to[j])).add(j);
            }
        }
        matches.forEach(list -> list.sort(null));
        return matches;
    }

    /** How far along the line each corner lies, from 0 to 1. */
    private static double[] offsets(Points line) {
        var offsets = new double[line.corners()];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + line.distance(i - 1, line, i);
        }
        double total = offsets.length == 0 ? 0 : offsets[offsets.length - 1];
        for (int i = 0; total > 0 && i < offsets.length; i++) {
            offsets[i] /= total;
        }
        return offsets;
    }

    private static int nearest(double[] offsets, double offset) {
        int nearest = 0;
        for (int i = 1; i < offsets.length; i++) {
            if (Math.abs(offsets[i] - offset) < Math.abs(offsets[nearest] - offset)) {
                nearest = i;
            }
        }
        return nearest;
    }

    @Override
    public Points at(double share) {
        var line = new Corners();
        for (int first = 0; first < matches.size(); ) {
            int last = runEnd(first);
            var run = new Corners();
            for (int i = first; i <= last; i++) {
                for (int j : matches.get(i)) {
                    run.add(left.x(i) + (right.x(j) - left.x(i)) * share, left.y(i) + (right.y(j) - left.y(i)) * share);
                }
            }
            line.addAll(run.thinned(threshold(first, last)));
            first = last + 1;
        }
        return line.points(closed);
    }

    /** Corners that all become the same one, and only that, are one run; a corner that becomes several is its own. */
    private int runEnd(int first) {
        int last = first;
        while (matches.get(first).size() == 1
                && last + 1 < matches.size()
                && matches.get(last + 1).equals(matches.get(first))) {
            last++;
        }
        return last;
    }

    private double threshold(int first, int last) {
        var targets = matches.get(first);
        if (targets.size() > 1) {
            return threshold(right, targets.getFirst(), targets.getLast());
        }
        return first == last ? 0 : threshold(left, first, last);
    }

    private static double threshold(Points line, int first, int last) {
        double length = 0;
        for (int i = first; i < last; i++) {
            length += line.distance(i, line, i + 1);
        }
        return length / (2.0 * (last - first + 1));
    }
}
