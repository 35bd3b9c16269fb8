package io.limn.task.annotation;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the first frame of a track and of its elements agree with their keyframes: a track that begins before its first
 * keyframe gets one there that is outside (a skeleton's first keyframe is moved there instead), one that begins after it
 * is moved back, and elements begin where their skeleton does.
 */
final class TrackNormalizer {
    private TrackNormalizer() {}

    /** The track as it is stored; elements without keyframes are left out. */
    static Annotation normalize(Annotation track) {
        var result = settle(track);
        var elements = track.parts().stream()
                .filter(element -> !element.keyframes().isEmpty())
                .toList();
        int own = result.frame();
        int earliest = elements.stream()
                .mapToInt(element -> Math.min(element.frame(), element.firstKeyframe()))
                .min()
                .orElse(own);
        if (earliest < own) {
            result = startAt(result, earliest);
        }
        int start = result.frame();
        var settled = elements.stream()
                .map(element -> startAtOrBefore(startAtOrBefore(element, own), start))
                .toList();
        return result.withParts(start, result.keyframes(), track.elements() == null ? null : settled);
    }

    /**
     * What is answered for a track: the frames of a skeleton as they were sent, though its elements may have moved it,
     * and also the elements that were not stored, without an id.
     */
    static Annotation answer(Annotation sent, Annotation stored) {
        var own = settle(sent);
        var keyframes = new ArrayList<Keyframe>();
        for (int i = 0; i < stored.keyframes().size(); i++) {
            var keyframe = stored.keyframes().get(i);
            keyframes.add(
                    i < own.keyframes().size()
                            ? keyframe.on(own.keyframes().get(i).frame())
                            : keyframe);
        }
        var kept = stored.parts().iterator();
        var elements = sent.parts().stream()
                .map(element -> element.keyframes().isEmpty() ? element.withId(null) : kept.next())
                .toList();
        return stored.withParts(own.frame(), keyframes, elements);
    }

    private static Annotation startAtOrBefore(Annotation element, int frame) {
        return settle(element.withParts(Math.min(element.frame(), frame), element.keyframes(), null));
    }

    private static Annotation settle(Annotation track) {
        int first = track.firstKeyframe();
        if (track.frame() >= first) {
            return track.withParts(first, track.keyframes(), track.elements());
        }
        return startAt(track, track.frame());
    }

    private static Annotation startAt(Annotation track, int frame) {
        int first = track.firstKeyframe();
        var keyframes = new ArrayList<>(track.keyframes());
        int index = indexOf(keyframes, first);
        var earliest = keyframes.get(index);
        if (earliest.geometry().type() == ShapeType.SKELETON) {
            keyframes.set(index, earliest.on(frame));
        } else if (first > frame) {
            keyframes.add(new Keyframe(null, frame, earliest.geometry().leftPicture(), earliest.attributes()));
        }
        return track.withParts(frame, keyframes, track.elements());
    }

    private static int indexOf(List<Keyframe> keyframes, int frame) {
        for (int i = 0; i < keyframes.size(); i++) {
            if (keyframes.get(i).frame() == frame) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no keyframe on frame " + frame);
    }
}
