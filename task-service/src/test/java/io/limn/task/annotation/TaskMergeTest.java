package io.limn.task.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskMergeTest {
    private static final TaskJobs OVERLAPPING =
            new TaskJobs(1, List.of(new JobRange(1, 0, 5), new JobRange(2, 4, 9)), 2, false);
    private static final TaskJobs APART =
            new TaskJobs(1, List.of(new JobRange(1, 0, 3), new JobRange(2, 4, 7), new JobRange(3, 8, 11)), 0, false);

    @Test
    void tracksThatAgreeOnSharedFramesBecomeOne() throws SQLException, IOException {
        var merged =
                merge(OVERLAPPING, tracks(track(11, key(0, 0), key(5, 5))), tracks(track(12, key(4, 4), key(9, 9))));

        assertThat(described(merged)).containsExactly("11: 0 4 5 9");
    }

    @Test
    void tracksFarApartStayTwoAndTheFirstEnds() throws SQLException, IOException {
        var merged =
                merge(OVERLAPPING, tracks(track(11, key(0, 0), key(5, 5))), tracks(track(12, key(4, 24), key(9, 29))));

        assertThat(described(merged)).containsExactly("11: 0 5 6(outside)", "12: 4 9");
    }

    @Test
    void aTrackWithoutContinuationEnds() throws SQLException, IOException {
        assertThat(described(merge(OVERLAPPING, tracks(track(11, key(0, 0), key(5, 5))), tracks())))
                .containsExactly("11: 0 5 6(outside)");
        assertThat(described(merge(OVERLAPPING, tracks(track(11, key(0, 0), gone(3, 3))), tracks())))
                .containsExactly("11: 0 3(outside)");
    }

    @Test
    void whereJobsShareNothingEveryTrackEndsAtItsBorder() throws SQLException, IOException {
        var merged = merge(
                APART,
                tracks(track(11, key(0, 0))),
                tracks(track(12, key(4, 0), gone(5, 0))),
                tracks(track(13, key(8, 0))));

        assertThat(described(merged)).containsExactly("11: 0 4(outside)", "12: 4 5(outside)", "13: 8");
    }

    @Test
    void aTrackGoesOnThroughSeveralJobs() throws SQLException, IOException {
        var jobs = new TaskJobs(
                1, List.of(new JobRange(1, 0, 5), new JobRange(2, 4, 9), new JobRange(3, 8, 13)), 2, false);

        var merged = merge(
                jobs,
                tracks(track(11, key(0, 0)), track(21, key(1, 40), gone(2, 40))),
                tracks(track(12, key(4, 0))),
                tracks(track(13, key(8, 0)), track(23, key(12, 40))));

        assertThat(described(merged)).containsExactly("11: 0 4 8", "21: 1 2(outside)", "23: 12");
    }

    @Test
    void comparedTracksTellTheirKeyframesInTheComparison() throws SQLException, IOException {
        var merged =
                merge(OVERLAPPING, tracks(track(11, key(0, 0), key(5, 5))), tracks(track(12, key(4, 4), key(9, 9))));

        assertThat(merged.tracks().getFirst().keyframes())
                .extracting(Keyframe::compared)
                .containsExactly(true, true, true, false);
    }

    @Test
    void whatBeginsBehindSharedFramesComesFirstAndDoublesOnce() throws SQLException, IOException {
        var jobs = new TaskJobs(1, List.of(new JobRange(1, 0, 3), new JobRange(2, 2, 5)), 2, false);

        var merged = merge(jobs, shapes(box(1, 2), box(2, 3), box(3, 0)), shapes(box(4, 2), box(5, 5), box(6, 3)));

        assertThat(merged.shapes()).extracting(Annotation::id).containsExactly(1L, 2L, 3L, 5L);
    }

    @Test
    void aTrackIsCutAtTheBordersOfJobs() {
        var parts = new Slices(APART).parts(track(1, key(2, 0), key(6, 8), gone(9, 8)));

        assertThat(parts).containsOnlyKeys(0, 1, 2);
        assertThat(described(parts.get(0))).isEqualTo("1: 2 3");
        assertThat(parts.get(0).keyframes().getLast().geometry().points()).isEqualTo("[2.0,0.0,7.0,5.0]");
        assertThat(parts.get(0).keyframes().getLast().id()).isNull();
        assertThat(described(parts.get(1))).isEqualTo("1: 4 6");
        assertThat(parts.get(1).frame()).isEqualTo(4);
        assertThat(parts.get(1).keyframes().getLast().geometry().points()).isEqualTo("[8,0,13,5]");
        assertThat(described(parts.get(2))).isEqualTo("1: 8 9(outside)");
    }

    @Test
    void aPartTellsWhatHeldBefore() {
        var valued = new Keyframe(5L, 1, key(1, 0).geometry(), List.of(new Attribute(7, "yes")));

        var part = new Slices(APART).parts(track(1, valued, key(6, 8))).get(1);

        assertThat(part.keyframes().get(0).attributes()).containsExactly(new Attribute(7, "yes"));
        assertThat(part.keyframes().get(1).attributes()).isEmpty();
    }

    private static LabeledData merge(TaskJobs jobs, LabeledData... answers) throws SQLException, IOException {
        return TaskMerge.together(jobs, List.of(answers));
    }

    private static LabeledData tracks(Annotation... tracks) {
        return new LabeledData(List.of(), List.of(), List.of(tracks));
    }

    private static LabeledData shapes(Annotation... shapes) {
        return new LabeledData(List.of(), List.of(shapes), List.of());
    }

    private static Annotation box(long id, int frame) {
        return new Annotation(Kind.SHAPE, id, frame, 1, null, "manual", List.of(), geometry(0, false), null, List.of());
    }

    private static Annotation track(long id, Keyframe... keyframes) {
        return new Annotation(
                Kind.TRACK,
                id,
                keyframes[0].frame(),
                1,
                null,
                "manual",
                List.of(),
                null,
                List.of(keyframes),
                List.of());
    }

    private static Keyframe key(int frame, int left) {
        return new Keyframe((long) frame, frame, geometry(left, false), List.of());
    }

    private static Keyframe gone(int frame, int left) {
        return new Keyframe((long) frame, frame, geometry(left, true), List.of());
    }

    private static Geometry geometry(int left, boolean outside) {
        var points = Arrays.toString(new int[] {left, 0, left + 5, 5}).replace(" ", "");
        return new Geometry(ShapeType.RECTANGLE, false, outside, 0, null, points);
    }

    private static List<String> described(LabeledData data) {
        return data.tracks().stream().map(TaskMergeTest::described).toList();
    }

    private static String described(Annotation track) {
        var text = new StringBuilder(track.id() + ":");
        track.keyframes().forEach(keyframe -> text.append(' ')
                .append(keyframe.frame())
                .append(keyframe.geometry().outside() ? "(outside)" : ""));
        return text.toString();
    }
}
