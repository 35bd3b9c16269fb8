package io.limn.common.geometry;

import java.util.ArrayList;
import java.util.List;

/** Corners of a line while it is put together. */
final class Corners {
    private final List<double[]> list = new ArrayList<>();

    void add(double x, double y) {
        list.add(new double[] {x, y});
    }

    void addAll(Corners others) {
        list.addAll(others.list);
    }

    /**
     * First and last, and of the corners between those that are far enough from the one kept before; when only two
     * remain that are too close, the middle between them.
     */
    Corners thinned(double threshold) {
        if (list.size() < 2) {
            return this;
        }
        var kept = new Corners();
        kept.list.add(list.getFirst());
        for (var corner : list.subList(1, list.size() - 1)) {
            if (distance(kept.list.getLast(), corner) >= threshold) {
                kept.list.add(corner);
            }
        }
        var first = list.getFirst();
        var last = list.getLast();
        if (kept.list.size() == 1 && distance(first, last) < threshold) {
            kept.list.clear();
            kept.add((first[0] + last[0]) / 2, (first[1] + last[1]) / 2);
        } else {
            kept.list.add(last);
        }
        return kept;
    }

    private static double distance(double[] one, double[] other) {
        return Math.hypot(one[0] - other[0], one[1] - other[1]);
    }

    /** All corners; of a closed line without the last one, which repeats the first. */
    Points points(boolean closed) {
        int count = closed && list.size() > 1 ? list.size() - 1 : list.size();
        var values = new double[2 * count];
        for (int i = 0; i < count; i++) {
            values[2 * i] = list.get(i)[0];
            values[2 * i + 1] = list.get(i)[1];
        }
        return Points.of(values);
    }
}
