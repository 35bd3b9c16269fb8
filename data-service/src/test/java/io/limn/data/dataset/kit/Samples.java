package io.limn.data.dataset.kit;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.AttributeSpec;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Joint;
import io.limn.data.dataset.content.Label;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.content.MediaFile;
import io.limn.data.dataset.content.Person;
import io.limn.data.dataset.content.SegmentFacts;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.content.Subject;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.content.TaskFacts;
import io.limn.data.dataset.content.TrackItem;
import io.limn.data.dataset.content.TrackPlace;
import io.limn.data.dataset.content.Value;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.dataset.intake.FrameNames;
import io.limn.data.dataset.intake.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A small task for tests of formats: three pictures of 20 by 16 pixels, the labels {@code car} (a choice and a mutable
 * checkbox), {@code person} (a number) and the skeleton {@code face} of two points.
 */
public final class Samples {
    /** Pixels across each picture. */
    public static final int WIDTH = 20;
    /** Pixels down each picture. */
    public static final int HEIGHT = 16;
    /** The paths of the frames. */
    public static final List<String> PATHS = List.of("one.png", "three.png", "two.png");

    /** Attribute {@code colour} of cars. */
    public static final AttributeSpec COLOUR =
            new AttributeSpec(11, "colour", false, "select", "red", List.of("red", "blue"));
    /** Attribute {@code parked} of cars, which may change. */
    public static final AttributeSpec PARKED =
            new AttributeSpec(12, "parked", true, "checkbox", "false", List.of("false"));
    /** Attribute {@code age} of persons. */
    public static final AttributeSpec AGE =
            new AttributeSpec(13, "age", false, "number", "20", List.of("0", "100", "1"));

    /** The label {@code car}. */
    public static final Label CAR = Label.plain(1, "car", "#ff0000", List.of(COLOUR, PARKED));
    /** The label {@code person}. */
    public static final Label PERSON = Label.plain(2, "person", "#0000ff", List.of(AGE));
    /** The skeleton {@code face}. */
    public static final Label FACE = new Label(
            3,
            "face",
            "#00ff00",
            "skeleton",
            "",
            List.of(),
            "<circle cx=\"30\" data-node-id=\"1\" data-label-name=\"eye\"></circle>"
                    + "<circle cx=\"60\" data-node-id=\"2\" data-label-name=\"nose\"></circle>",
            List.of("eye", "nose"),
            List.of(new Joint(1, 2)));
    /** The first point of a face. */
    public static final Label EYE =
            new Label(4, "eye", "#00ff80", "points", "face", List.of(), "", List.of(), List.of());
    /** The second point of a face. */
    public static final Label NOSE =
            new Label(5, "nose", "#00ffc0", "points", "face", List.of(), "", List.of(), List.of());
    /** All labels. */
    public static final Labels LABELS = new Labels(List.of(CAR, PERSON, FACE, EYE, NOSE));

    private Samples() {}

    /** The task. */
    public static TaskFacts task(String subset) {
        return new TaskFacts(
                5,
                "demo",
                subset,
                "annotation",
                "2d",
                PATHS.size(),
                0,
                "",
                Instant.parse("2024-05-01T10:00:00Z"),
                Instant.parse("2024-05-01T11:00:00Z"),
                0,
                PATHS.size() - 1,
                "",
                1,
                List.of(new SegmentFacts(9, 0, PATHS.size() - 1, "http://host/api/jobs/9")),
                new Person("ann", "ann@example.org"),
                null,
                null,
                0,
                0,
                0);
    }

    /** The task as what is exported. */
    public static Subject subject(TaskFacts task) {
        return new Subject(
                Subject.Kind.TASK,
                task.id(),
                task.name(),
                "",
                task.created(),
                task.updated(),
                task.owner(),
                null,
                LABELS,
                List.of(task),
                null);
    }

    /** The task as what is imported into. */
    public static Target target() {
        return target(PATHS);
    }

    /** A task of other frames as what is imported into. */
    public static Target target(List<String> paths) {
        var sizes = new Target.Sizes() {
            @Override
            public int width(int frame) {
                return WIDTH;
            }

            @Override
            public int height(int frame) {
                return HEIGHT;
            }
        };
        return new Target(LABELS, new FrameNames(paths, false, 0, 1), 0, paths.size() - 1, frame -> true, sizes);
    }

    /** Shapes of the first frame, the others are empty; subset {@code default}, with media. */
    public static MemorySource source(Shape... shapes) {
        return source("default", List.of(), List.of(List.of(shapes)));
    }

    /** Tags of the first frame; subset {@code default}, with media. */
    public static MemorySource source(Tag... tags) {
        return source("default", List.of(tags), List.of());
    }

    /** Shapes of each frame in a subset, tags of the first one, with media. */
    public static MemorySource source(String subset, List<Tag> tags, List<List<Shape>> shapes) {
        var task = task(subset);
        var items = new ArrayList<Item>();
        var singles = new ArrayList<ExportSource.Single>();
        for (int frame = 0; frame < PATHS.size(); frame++) {
            List<Shape> own = frame < shapes.size() ? shapes.get(frame) : List.of();
            items.add(item(task, frame, frame == 0 ? tags : List.of(), own));
            int at = frame;
            own.stream()
                    .filter(shape -> shape.track() == null)
                    .forEach(shape -> singles.add(new ExportSource.Single(task, at, shape)));
        }
        return new MemorySource(subject(task), true, items, List.<TrackItem>of(), singles);
    }

    private static Item item(TaskFacts task, int frame, List<Tag> tags, List<Shape> shapes) {
        var path = PATHS.get(frame);
        return new Item(
                task,
                frame,
                frame,
                path.substring(0, path.lastIndexOf('.')),
                path,
                WIDTH,
                HEIGHT,
                tags,
                shapes,
                MediaFile.of(new byte[] {1, 2, 3, (byte) frame}),
                List.of());
    }

    /** A shape with the default values of its label's attributes. */
    public static Shape shape(ShapeKind kind, Label label, double... points) {
        var values = label.attributes().stream()
                .map(spec -> new Value(spec, spec.defaultValue()))
                .toList();
        return new Shape(kind, label, Points.of(points), 0, false, false, 0, 0, "manual", values, List.of(), null);
    }

    /** A box of a car. */
    public static Shape box(double left, double top, double right, double bottom) {
        return shape(ShapeKind.RECTANGLE, CAR, left, top, right, bottom);
    }

    /** A box of a person, rotated. */
    public static Shape rotated(double degrees, double left, double top, double right, double bottom) {
        var box = shape(ShapeKind.RECTANGLE, PERSON, left, top, right, bottom);
        return new Shape(
                box.kind(),
                box.label(),
                box.points(),
                degrees,
                false,
                false,
                0,
                0,
                "manual",
                box.attributes(),
                List.of(),
                null);
    }

    /** A skeleton of a face with an eye and a hidden nose. */
    public static Shape face(double eyeX, double eyeY, double noseX, double noseY) {
        var eye = shape(ShapeKind.POINTS, EYE, eyeX, eyeY);
        var nose = new Shape(
                ShapeKind.POINTS,
                NOSE,
                Points.of(noseX, noseY),
                0,
                true,
                false,
                0,
                0,
                "manual",
                List.of(),
                List.of(),
                null);
        return new Shape(
                ShapeKind.SKELETON,
                FACE,
                Points.of(),
                0,
                false,
                false,
                0,
                0,
                "manual",
                List.of(),
                List.of(eye, nose),
                null);
    }

    /** A shape as that of a track. */
    public static Shape ofTrack(Shape shape, int index, boolean keyframe) {
        UnaryOperator<Shape> placed = part -> new Shape(
                part.kind(),
                part.label(),
                part.points(),
                part.rotation(),
                part.occluded(),
                part.outside(),
                part.order(),
                part.group(),
                part.source(),
                part.attributes(),
                part.elements(),
                new TrackPlace(index, keyframe));
        var whole = placed.apply(shape);
        return new Shape(
                whole.kind(),
                whole.label(),
                whole.points(),
                whole.rotation(),
                whole.occluded(),
                whole.outside(),
                whole.order(),
                whole.group(),
                whole.source(),
                whole.attributes(),
                shape.elements().stream().map(placed).toList(),
                whole.track());
    }
}
