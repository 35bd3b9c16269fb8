package io.limn.task.annotation;

import io.limn.common.geometry.Borders;
import io.limn.common.geometry.TrackMerge;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts tracks of jobs together: those that agree on shared frames become one, those that have no continuation in the
 * next job end where its own frames begin. Waits only for tracks that may go on in the next job, and for what comes
 * after them.
 */
final class TrackQueue {
    private final TaskJobs jobs;
    private final Borders borders;
    private final AnnotationRows.Sink sink;
    private final Deque<Annotation> waiting = new ArrayDeque<>();

    TrackQueue(TaskJobs jobs, AnnotationRows.Sink sink) {
        this.jobs = jobs;
        this.sink = sink;
        borders = jobs.borders();
    }

    void run(JobObjects objects) throws SQLException, IOException {
        for (int i = 0; i < jobs.size(); i++) {
            int job = i;
            int end = borders.end(job);
            var shared = new ArrayList<Annotation>();
            if (job > 0) {
                objects.each(job, Kind.TRACK, 0, end - 1, track -> {
                    if (!track.keyframes().isEmpty()) {
                        shared.add(track);
                    }
                });
                continueInto(job, shared);
            }
            objects.each(job, Kind.TRACK, end, Integer.MAX_VALUE, track -> add(track, job));
            if (job == 0) {
                objects.each(job, Kind.TRACK, 0, end - 1, track -> add(track, job));
            }
            for (var track : shared) {
                add(track, job);
            }
        }
        flush(jobs.size() - 1);
    }

    private void add(Annotation track, int job) throws IOException {
        if (track.keyframes().isEmpty()) {
            return;
        }
        waiting.addLast(borders.overlap() == 0 ? TrackEnds.endAfter(track, borders, job) : track);
        flush(job);
    }

    private void flush(int job) throws IOException {
        while (!waiting.isEmpty() && !mayGoOn(waiting.getFirst(), job)) {
            sink.accept(waiting.removeFirst());
        }
    }

    private boolean mayGoOn(Annotation track, int job) {
        return borders.overlap() > 0
                && job + 1 < jobs.size()
                && TrackEnds.reaches(track, borders.starts().get(job + 1));
    }

    /** Unites waiting tracks with their continuations, which leave the list, and ends the others. */
    private void continueInto(int job, List<Annotation> shared) throws IOException {
        int end = borders.end(job);
        var earlier = new ArrayList<>(waiting);
        markCompared(earlier, shared, end);
        var pairs = pairs(earlier, shared, job);
        var united = new HashSet<Integer>();
        var left = new ArrayList<Annotation>();
        for (int i = 0; i < shared.size(); i++) {
            var match = pairs.get(i);
            if (match == null) {
                left.add(shared.get(i));
            } else {
                united.add(match);
                earlier.set(match, TrackEnds.unite(earlier.get(match), shared.get(i)));
            }
        }
        waiting.clear();
        for (int i = 0; i < earlier.size(); i++) {
            waiting.addLast(united.contains(i) ? earlier.get(i) : TrackEnds.endAt(earlier.get(i), end));
        }
        shared.clear();
        shared.addAll(left);
        flush(job);
    }

    private Map<Integer, Integer> pairs(List<Annotation> earlier, List<Annotation> later, int job) {
        var merge = new TrackMerge(borders.starts().get(job), borders.end(job), jobs.spatial());
        return merge.pairs(
                earlier.stream().map(Shapes::track).toList(),
                later.stream().map(Shapes::track).toList());
    }

    private static void markCompared(List<Annotation> earlier, List<Annotation> later, int end) {
        var labels = labels(earlier);
        var laterLabels = labels(later);
        earlier.replaceAll(track -> laterLabels.contains(track.label()) ? TrackEnds.compared(track, end) : track);
        later.replaceAll(track -> labels.contains(track.label()) ? TrackEnds.compared(track, end) : track);
    }

    private static Set<Long> labels(List<Annotation> tracks) {
        return tracks.stream().map(Annotation::label).collect(Collectors.toSet());
    }
}
