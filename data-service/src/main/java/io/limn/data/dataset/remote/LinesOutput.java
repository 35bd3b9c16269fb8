package io.limn.data.dataset.remote;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.content.TrackItem.Placed;
import io.limn.data.dataset.content.Value;
import io.limn.data.dataset.intake.AnnotationOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Writes annotations as the lines that task-service takes: some at a time, the last line gives their number. */
public final class LinesOutput implements AnnotationOutput {
    private static final int FULL = 1 << 18;

    private final OutputStream out;
    private final StringBuilder tags = new StringBuilder();
    private final StringBuilder shapes = new StringBuilder();
    private final StringBuilder tracks = new StringBuilder();
    private long count;

    /** Into a stream, which is not closed. */
    public LinesOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void tag(int frame, Tag tag) throws IOException {
        begin(tags);
        common(tags, frame, tag.label().id(), tag.group(), tag.source(), tag.attributes());
        tags.append('}');
        added();
    }

    @Override
    public void shape(int frame, Shape shape) throws IOException {
        begin(shapes);
        common(shapes, frame, shape.label().id(), shape.group(), shape.source(), shape.attributes());
        geometry(shapes, shape);
        if (!shape.elements().isEmpty()) {
            shapes.append(",\"elements\":[");
            for (int i = 0; i < shape.elements().size(); i++) {
                var element = shape.elements().get(i);
                shapes.append(i == 0 ? "" : ",");
                common(shapes, frame, element.label().id(), 0, shape.source(), element.attributes());
                geometry(shapes, element);
                shapes.append('}');
            }
            shapes.append(']');
        }
        shapes.append('}');
        added();
    }

    @Override
    public void track(Track track) throws IOException {
        begin(tracks);
        write(track);
        added();
    }

    private void write(Track track) {
        int frame = track.keyframes().stream().mapToInt(Placed::frame).min().orElse(0);
        common(tracks, frame, track.label().id(), track.group(), track.source(), track.attributes());
        tracks.append(",\"shapes\":[");
        for (int i = 0; i < track.keyframes().size(); i++) {
            var placed = track.keyframes().get(i);
            tracks.append(i == 0 ? "" : ",").append("{\"frame\":").append(placed.frame());
            attributes(tracks, placed.shape().attributes());
            geometry(tracks, placed.shape());
            tracks.append('}');
        }
        tracks.append(']');
        if (!track.elements().isEmpty()) {
            tracks.append(",\"elements\":[");
            for (int i = 0; i < track.elements().size(); i++) {
                tracks.append(i == 0 ? "" : ",");
                write(track.elements().get(i));
            }
            tracks.append(']');
        }
        tracks.append('}');
    }

    private static void begin(StringBuilder text) {
        if (!text.isEmpty()) {
            text.append(',');
        }
    }

    private static void common(
            StringBuilder text, int frame, long label, int group, String source, List<Value> values) {
        text.append("{\"frame\":")
                .append(frame)
                .append(",\"label_id\":")
                .append(label)
                .append(",\"group\":")
                .append(group)
                .append(",\"source\":\"")
                .append(source)
                .append('"');
        attributes(text, values);
    }

    private static void attributes(StringBuilder text, List<Value> values) {
        text.append(",\"attributes\":[");
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"spec_id\":")
                    .append(values.get(i).spec().id())
                    .append(",\"value\":\"");
            JsonStringEncoder.getInstance().quoteAsString(values.get(i).text(), text);
            text.append("\"}");
        }
        text.append(']');
    }

    private static void geometry(StringBuilder text, Shape shape) {
        text.append(",\"type\":\"")
                .append(shape.kind().name().toLowerCase(Locale.ROOT))
                .append("\",\"occluded\":")
                .append(shape.occluded())
                .append(",\"outside\":")
                .append(shape.outside())
                .append(",\"z_order\":")
                .append(shape.order())
                .append(",\"rotation\":")
                .append(shape.rotation())
                .append(",\"points\":[");
        if (shape.kind() != ShapeKind.SKELETON) {
            points(text, shape.points());
        }
        text.append(']');
    }

    private static void points(StringBuilder text, Points points) {
        for (int i = 0; i < points.size(); i++) {
            double value = points.get(i);
            if (i > 0) {
                text.append(',');
            }
            if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                text.append((long) value);
            } else {
                text.append(value);
            }
        }
    }

    private void added() throws IOException {
        count++;
        if (tags.length() + shapes.length() + tracks.length() > FULL) {
            line();
        }
    }

    private void line() throws IOException {
        if (tags.isEmpty() && shapes.isEmpty() && tracks.isEmpty()) {
            return;
        }
        var line = new StringBuilder(tags.length() + shapes.length() + tracks.length() + 64)
                .append("{\"tags\":[")
                .append(tags)
                .append("],\"shapes\":[")
                .append(shapes)
                .append("],\"tracks\":[")
                .append(tracks)
                .append("]}\n");
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        tags.setLength(0);
        shapes.setLength(0);
        tracks.setLength(0);
    }

    /** Writes what is left and the last line; without it nothing counts. */
    public void finish() throws IOException {
        line();
        out.write(("{\"end\":" + count + "}\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
