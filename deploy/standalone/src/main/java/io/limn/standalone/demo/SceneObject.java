package io.limn.standalone.demo;

import java.util.List;

/**
 * Something in a drawn scene, in pixels: what an annotator would mark.
 *
 * @param label name of the label it belongs to
 */
record SceneObject(String label, double left, double top, double right, double bottom) {
    /** Corners in the order of the API's rectangles. */
    List<Double> points() {
        return List.of(left, top, right, bottom);
    }

    /** The part of it that lies in a picture of this size. */
    SceneObject within(int width, int height) {
        return new SceneObject(
                label, Math.max(0, left), Math.max(0, top), Math.min(width, right), Math.min(height, bottom));
    }

    boolean isVisible(int width, int height) {
        return right > 8 && left < width - 8 && bottom > 8 && top < height - 8;
    }
}
