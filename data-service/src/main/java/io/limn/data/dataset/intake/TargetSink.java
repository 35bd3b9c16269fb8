package io.limn.data.dataset.intake;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.convert.Mask;
import io.limn.data.dataset.convert.Transforms;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetLabel;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.format.ImportedItem;
import io.limn.data.dataset.format.ImportedShape;
import io.limn.data.dataset.format.ImportedTag;
import io.limn.data.dataset.format.ImportedTrack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes a dataset into a task or a job. */
public final class TargetSink implements ImportSink {
    /** The format whose refusals do not name the picture. */
    private static final String PLAIN = "CVAT 1.1";

    private final FormatDescription format;
    private final boolean polygons;
    private final Target target;
    private final AnnotationOutput output;
    private final ShapeConversion shapes;
    private final TrackConversion tracks;
    private final TrackJoiner joiner;
    private final Groups groups = new Groups();
    private final Map<Integer, Integer> counts = new HashMap<>();

    /**
     * A sink.
     *
     * @param polygons whether the caller wants masks as polygons
     */
    public TargetSink(FormatDescription format, boolean polygons, Target target, AnnotationOutput output) {
        this.format = format;
        this.polygons = polygons && format.polygons();
        this.target = target;
        this.output = output;
        shapes = new ShapeConversion(target.labels());
        tracks = new TrackConversion(shapes);
        joiner = new TrackJoiner(target.last());
    }

    @Override
    public Labels labels() {
        return target.labels();
    }

    @Override
    public boolean makesPolygons() {
        return polygons;
    }

    @Override
    public void declare(List<DatasetLabel> labels) {}

    @Override
    public int firstFrame() {
        return target.first();
    }

    @Override
    public int lastFrame() {
        return target.last();
    }

    @Override
    public int frame(int number) {
        return target.frames().numbered(number).stream()
                .filter(target.included())
                .findFirst()
                .orElseThrow(() -> DatasetException.value("Unknown frame " + number));
    }

    @Override
    public ItemSink item(ImportedItem item) {
        int frame = target.frames().find(item).stream()
                .filter(target.included())
                .findFirst()
                .orElseThrow(() ->
                        DatasetException.unfit("Could not match item id: '" + item.id() + "' with any task frame"));
        return new Frame(item, frame);
    }

    @Override
    public void track(ImportedTrack track) throws IOException {
        output.track(tracks.convert(track));
    }

    /** Ends the dataset: tracks that were joined come last. */
    public void finish() throws IOException {
        try {
            joiner.finish((frame, track) -> {
                try {
                    output.track(tracks.convert(track));
                } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                }
            });
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    private final class Frame implements ItemSink {
        private final ImportedItem item;
        private final int frame;
        private final List<Shape> pending = new ArrayList<>();
        private int number;

        Frame(ImportedItem item, int frame) {
            this.item = item;
            this.frame = frame;
            number = counts.getOrDefault(frame, 0);
        }

        @Override
        public int frame() {
            return frame;
        }

        @Override
        public int width() {
            int width = target.sizes().width(frame);
            return width > 0 ? width : item.width();
        }

        @Override
        public int height() {
            int height = target.sizes().height(frame);
            return height > 0 ? height : item.height();
        }

        @Override
        public void tag(ImportedTag tag) throws IOException {
            try {
                var label = shapes.label("", tag.label());
                output.tag(
                        frame,
                        new Tag(
                                label,
                                tag.group(),
                                ShapeConversion.SOURCE,
                                ValueConversion.of(label, tag.attributes(), spec -> true)));
            } catch (DatasetException cause) {
                throw refused(cause, "label");
            }
            number++;
        }

        @Override
        public void shape(ImportedShape shape) throws IOException {
            try {
                if (shape.kind() == ShapeKind.SKELETON && shape.elements().isEmpty()) {
                    throw DatasetException.value("a skeleton has no points");
                }
                if (format.tracks() && TrackJoiner.belongs(shape)) {
                    shapes.convert(shape, spec -> true);
                    joiner.add(frame, shape);
                } else if (polygons && shape.kind() == ShapeKind.MASK) {
                    for (var line : Transforms.polygons(Mask.ofPoints(shape.points()))) {
                        pending.add(shapes.convert(shape.as(ShapeKind.POLYGON, line), spec -> true));
                    }
                } else {
                    pending.add(shapes.convert(shape, spec -> true));
                }
            } catch (DatasetException cause) {
                throw refused(cause, type(shape.kind()));
            }
            number++;
        }

        private DatasetException refused(DatasetException cause, String type) {
            return format.name().equals(PLAIN)
                    ? cause
                    : DatasetException.unfit("Image " + item.id() + ": can't import annotation #" + number + " (" + type
                            + "): " + cause.getMessage());
        }

        @Override
        public void close() throws IOException {
            for (var shape : groups.renumber(frame, pending)) {
                output.shape(frame, shape);
            }
            pending.clear();
            counts.put(frame, number);
        }
    }

    private static String type(ShapeKind kind) {
        return switch (kind) {
            case RECTANGLE -> "bbox";
            case CUBOID -> "cuboid_3d";
            case POLYGON, POLYLINE, POINTS, ELLIPSE, MASK, SKELETON ->
                kind.name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
