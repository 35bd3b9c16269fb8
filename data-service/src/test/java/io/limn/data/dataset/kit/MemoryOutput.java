package io.limn.data.dataset.kit;

import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.intake.AnnotationOutput;
import java.util.ArrayList;
import java.util.List;

/** Imported annotations in memory, for tests of formats. */
public final class MemoryOutput implements AnnotationOutput {
    private final List<Placed<Tag>> tags = new ArrayList<>();
    private final List<Placed<Shape>> shapes = new ArrayList<>();
    private final List<Track> tracks = new ArrayList<>();

    /** Something on a frame. */
    public record Placed<T>(int frame, T value) {}

    @Override
    public void tag(int frame, Tag tag) {
        tags.add(new Placed<>(frame, tag));
    }

    @Override
    public void shape(int frame, Shape shape) {
        shapes.add(new Placed<>(frame, shape));
    }

    @Override
    public void track(Track track) {
        tracks.add(track);
    }

    /** All tags. */
    public List<Placed<Tag>> tags() {
        return tags;
    }

    /** All shapes of no track. */
    public List<Placed<Shape>> shapes() {
        return shapes;
    }

    /** The shapes of no track of a frame. */
    public List<Shape> shapes(int frame) {
        return shapes.stream()
                .filter(placed -> placed.frame() == frame)
                .map(Placed::value)
                .toList();
    }

    /** All tracks. */
    public List<Track> tracks() {
        return tracks;
    }
}
