package io.limn.data.dataset.format;

import java.util.List;
import java.util.Map;

/**
 * A track of a dataset.
 *
 * @param label      name of its label
 * @param group      as the dataset numbers it, 0 for none
 * @param attributes those that cannot change; others are those of keyframes
 * @param keyframes  what was drawn, in frame order
 * @param elements   points of a skeleton
 */
public record ImportedTrack(
        String label,
        int group,
        Map<String, Object> attributes,
        List<Keyframe> keyframes,
        List<ImportedTrack> elements) {

    /**
     * What was drawn on a frame.
     *
     * @param frame frame within the target
     * @param shape the shape, outside where the track leaves the picture
     */
    public record Keyframe(int frame, ImportedShape shape) {}
}
