package io.limn.task.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.geometry.TrackCurve;
import io.limn.common.geometry.TrackShape;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Random tracks, dealt out to jobs and put together again, show the same on every frame. */
class SliceMergeTest {
    private static final int FRAMES = 40;
    private static final int RUNS = 1000;
    private static final TaskJobs JOBS = new TaskJobs(
            1,
            List.of(new JobRange(1, 0, 14), new JobRange(2, 10, 24), new JobRange(3, 20, 34), new JobRange(4, 30, 39)),
            5,
            false);

    @Test
    void slicingThenMergingGivesBackTheSameTracks() throws SQLException, IOException {
        for (int seed = 0; seed < RUNS; seed++) {
            var random = new Random(seed);
            var tracks = new ArrayList<Annotation>();
            for (int number = 1 + random.nextInt(3); number > 0; number--) {
                tracks.add(track(random, number));
            }

            var slices = new Slices(JOBS).deal(new LabeledData(List.of(), List.of(), tracks));
            var merged = TaskMerge.together(JOBS, slices).tracks();

            assertThat(pictures(merged)).as("seed %d", seed).isEqualTo(pictures(tracks));
        }
    }

    /** Tracks lie far apart, so that none is taken for another. */
    private static Annotation track(Random random, int number) {
        var frames = new TreeSet<Integer>();
        for (int count = 1 + random.nextInt(5); count > 0; count--) {
            frames.add(random.nextInt(FRAMES));
        }
        var keyframes = new ArrayList<Keyframe>();
        for (int frame : frames) {
            long left = number * 1000L + random.nextInt(200);
            var points = "[" + left + ".0,1.0," + (left + 50) + ".0,60.0]";
            var geometry = new Geometry(ShapeType.RECTANGLE, false, false, 0, 0.0, points);
            keyframes.add(new Keyframe(null, frame, geometry, List.of()));
        }
        return new Annotation(Kind.TRACK, null, frames.first(), 1, 0, "manual", List.of(), null, keyframes, null);
    }

    /** What is seen on each frame. */
    private static TreeMap<Integer, TreeSet<Long>> pictures(List<Annotation> tracks) {
        var pictures = new TreeMap<Integer, TreeSet<Long>>();
        for (var track : tracks) {
            var curve = new TrackCurve<>(Shapes.track(track).shapes(), false);
            for (TrackShape<Drawn> shape : curve.shapes(0, FRAMES, frame -> true)) {
                if (!shape.outside()) {
                    pictures.computeIfAbsent(shape.frame(), frame -> new TreeSet<>())
                            .add(Math.round(shape.points().toArray()[0] * 1000));
                }
            }
        }
        return pictures;
    }
}
