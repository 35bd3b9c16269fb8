package io.limn.task.annotation;

import io.limn.common.geometry.ShapeMerge;
import io.limn.common.geometry.TrackMerge;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the objects of neighbouring jobs that are shown as one when the task is read. */
final class Twins {
    private final Connection connection;
    private final TaskJobs jobs;
    private final Map<Border, Pairs> known = new HashMap<>();

    Twins(Connection connection, TaskJobs jobs) {
        this.connection = connection;
        this.jobs = jobs;
    }

    /** The border between a job and the next one, for one kind of objects. */
    private record Border(Kind kind, int earlier) {}

    /** Ids of the same objects on both sides of a border. */
    private record Pairs(Map<Long, Long> later, Map<Long, Long> earlier) {}

    /** The ids of an object in other jobs, by the position of the job. */
    Map<Integer, Long> of(Kind kind, int job, long id) throws SQLException, IOException {
        var found = new TreeMap<Integer, Long>();
        if (jobs.overlap() == 0) {
            return found;
        }
        Long at = id;
        for (int i = job; i + 1 < jobs.size() && at != null; i++) {
            at = pairs(kind, i).later().get(at);
            put(found, i + 1, at);
        }
        at = id;
        for (int i = job; i > 0 && at != null; i--) {
            at = pairs(kind, i - 1).earlier().get(at);
            put(found, i - 1, at);
        }
        return found;
    }

    private static void put(Map<Integer, Long> found, int job, Long id) {
        if (id != null) {
            found.put(job, id);
        }
    }

    private Pairs pairs(Kind kind, int earlier) throws SQLException, IOException {
        var border = new Border(kind, earlier);
        var pairs = known.get(border);
        if (pairs == null) {
            pairs = new Pairs(new HashMap<>(), new HashMap<>());
            if (kind == Kind.TRACK) {
                tracks(earlier, pairs);
            } else {
                shapes(kind, earlier, pairs);
            }
            known.put(border, pairs);
        }
        return pairs;
    }

    private void shapes(Kind kind, int earlier, Pairs pairs) throws SQLException, IOException {
        int start = jobs.range(earlier + 1).start();
        int stop = jobs.borders().end(earlier + 1) - 1;
        var left = byFrame(read(kind, earlier, start, stop));
        var right = byFrame(read(kind, earlier + 1, start, stop));
        left.forEach((frame, objects) -> {
            var others = right.getOrDefault(frame, List.of());
            var matches = ShapeMerge.pairs(
                    objects.stream().map(Shapes::footprint).toList(),
                    others.stream().map(Shapes::footprint).toList(),
                    jobs.spatial());
            matches.forEach((later, here) -> put(pairs, objects.get(here), others.get(later)));
        });
    }

    private static Map<Integer, List<Annotation>> byFrame(List<Annotation> objects) {
        return objects.stream().collect(Collectors.groupingBy(Annotation::frame));
    }

    private void tracks(int earlier, Pairs pairs) throws SQLException, IOException {
        int start = jobs.range(earlier + 1).start();
        int end = jobs.borders().end(earlier + 1);
        var left = read(Kind.TRACK, earlier, 0, Integer.MAX_VALUE);
        left.removeIf(track -> track.keyframes().isEmpty() || !TrackEnds.reaches(track, start));
        var right = read(Kind.TRACK, earlier + 1, 0, end - 1);
        var matches = new TrackMerge(start, end, jobs.spatial())
                .pairs(
                        left.stream().map(Shapes::track).toList(),
                        right.stream().map(Shapes::track).toList());
        matches.forEach((later, here) -> put(pairs, left.get(here), right.get(later)));
    }

    private static void put(Pairs pairs, Annotation earlier, Annotation later) {
        pairs.later().put(earlier.id(), later.id());
        pairs.earlier().put(later.id(), earlier.id());
    }

    private List<Annotation> read(Kind kind, int job, int first, int last) throws SQLException, IOException {
        var objects = new ArrayList<Annotation>();
        new AnnotationRows(connection, jobs.task(), jobs.range(job).id()).each(kind, first, last, objects::add);
        return objects;
    }
}
