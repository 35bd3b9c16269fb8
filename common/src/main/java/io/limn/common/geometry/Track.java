package io.limn.common.geometry;

import java.util.List;

/**
 * An object over several frames.
 *
 * @param label    its label
 * @param shapes   its keyframes, in any order; of two on one frame the later one holds
 * @param elements parts of a skeleton, which have no elements themselves
 * @param <T>      what the caller has for each shape
 */
public record Track<T>(long label, List<TrackShape<T>> shapes, List<Track<T>> elements) {
    Track<T> with(List<TrackShape<T>> newShapes, List<Track<T>> newElements) {
        return new Track<>(label, newShapes, newElements);
    }
}
