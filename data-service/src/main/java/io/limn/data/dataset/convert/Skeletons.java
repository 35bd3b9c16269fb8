package io.limn.data.dataset.convert;

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

    /** Whether the point of a skeleton is absent, hidden or visible. */
    public static int visibility(Shape element) {
        return element.outside() ? ABSENT : element.occluded() ? HIDDEN : VISIBLE;
    }

    /** Whether the whole is hidden, as it says itself. */
    static boolean occluded(Shape skeleton) {
        return skeleton.occluded();
    }
}
