package io.limn.data.dataset.convert;

import io.limn.common.geometry.Points;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.content.Shape;

/** Skeletons as formats have them: three numbers for each point, in the order of the label's drawing. */
public final class Skeletons {
    /** A point that is not there. */
    public static final int ABSENT = 0;
    /** A point that something hides. */
    public static final int HIDDEN = 1;
    /** A point that can be seen. */
    public static final int VISIBLE = 2;

    private Skeletons() {}

    /** Horizontal and vertical coordinate and visibility of each point; three zeros for one that the shape lacks. */
    public static double[] triplets(Shape skeleton, Labels labels) {
        var parts = labels.parts(skeleton.label());
        var triplets = new double[parts.size() * 3];
        for (int i = 0; i < parts.size(); i++) {
            for (var element : skeleton.elements()) {
                if (element.label().id() == parts.get(i).id()
                        && element.points().size() >= 2) {
                    triplets[3 * i] = element.points().x(0);
                    triplets[3 * i + 1] = element.points().y(0);
                    triplets[3 * i + 2] = visibility(element);
                }
            }
        }
        return triplets;
    }

    /** The smallest box around the points that are there: left, top, right and bottom; zeros when there are none. */
    public static Points box(double[] triplets) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < triplets.length; i += 3) {
            if (triplets[i + 2] != ABSENT) {
                left = Math.min(left, triplets[i]);
                top = Math.min(top, triplets[i + 1]);
                right = Math.max(right, triplets[i]);
                bottom = Math.max(bottom, triplets[i + 1]);
            }
        }
        return left <= right ? Points.of(left, top, right, bottom) : Points.of(0, 0, 0, 0);
    }

    /** Whether the point of a skeleton is absent, hidden or visible. */
    public static int visibility(Shape element) {
        return element.outside() ? ABSENT : element.occluded() ? HIDDEN : VISIBLE;
    }

    /** Whether the whole is hidden, as it says itself. */
    static boolean occluded(Shape skeleton) {
        return skeleton.occluded();
    }
}
