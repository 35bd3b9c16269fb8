package io.limn.data.dataset.intake;

import io.limn.data.dataset.content.AttributeSpec;
import io.limn.data.dataset.content.TrackItem.Placed;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.ImportedTrack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Turns tracks of a dataset into those of a target. */
final class TrackConversion {
    private final ShapeConversion shapes;

    TrackConversion(ShapeConversion shapes) {
        this.shapes = shapes;
    }

    /**
     * A track. Attributes that cannot change are those of the track, or the first that a keyframe sets.
     *
     * @throws DatasetException when something does not fit
     */
    AnnotationOutput.Track convert(ImportedTrack track) {
        return convert(track, "");
    }

    private AnnotationOutput.Track convert(ImportedTrack track, String parent) {
        if (track.keyframes().isEmpty()) {
            throw DatasetException.value("a track of label '" + track.label() + "' has no shapes");
        }
        var label = shapes.label(parent, track.label());
        Map<String, Object> fixed = new HashMap<>(track.attributes());
        var keyframes = new ArrayList<Placed>();
        for (var keyframe : track.keyframes()) {
            keyframe.shape().attributes().forEach((name, value) -> {
                if (!String.valueOf(value).isEmpty()) {
                    fixed.putIfAbsent(name, value);
                }
            });
            keyframes.add(
                    new Placed(keyframe.frame(), shapes.convert(keyframe.shape(), parent, AttributeSpec::mutable)));
        }
        var elements = track.elements().stream()
                .map(element -> convert(element, track.label()))
                .toList();
        return new AnnotationOutput.Track(
                label,
                track.group(),
                ShapeConversion.source(fixed),
                ValueConversion.of(label, fixed, spec -> !spec.mutable()),
                keyframes,
                elements);
    }
}
