package io.limn.standalone.demo;

import io.limn.standalone.client.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A short film of one street with moving cars, and the tracks an annotator would draw into it. */
public final class StreetFilm {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 360;
    public static final int FRAMES = 100;

    private static final long SEED = 2024;
    private static final int KEY_FRAME_EVERY = 20;

    private StreetFilm() {}

    public static Attachment shoot() {
        try {
            Path file = Files.createTempFile("street", ".mp4");
            try {
                Film.write(file, WIDTH, HEIGHT, FRAMES, frame -> scene(frame).picture());
                return new Attachment("street.mp4", Files.readAllBytes(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One track per car in the API's form: a rectangle at each key frame. */
    public static List<Map<String, Object>> tracks(int carLabel) {
        List<SceneObject> first = scene(0).objects();
        List<Map<String, Object>> tracks = new ArrayList<>();
        for (int index = 0; index < first.size(); index++) {
            if (first.get(index).label().equals(Scene.CAR)) {
                tracks.add(track(index, carLabel));
            }
        }
        return tracks;
    }

    private static Map<String, Object> track(int object, int label) {
        List<Rectangle> shapes = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame += KEY_FRAME_EVERY) {
            SceneObject car = scene(frame).objects().get(object);
            boolean visible = car.isVisible(WIDTH, HEIGHT);
            shapes.add(Rectangle.keyFrame(frame, visible ? car.within(WIDTH, HEIGHT) : car, !visible));
        }
        return Map.of(
                "label_id",
                label,
                "frame",
                0,
                "group",
                0,
                "source",
                "manual",
                "attributes",
                List.of(),
                "elements",
                List.of(),
                "shapes",
                shapes);
    }

    private static Scene scene(int frame) {
        return Scene.draw(SEED, (double) frame / FRAMES, WIDTH, HEIGHT);
    }
}
