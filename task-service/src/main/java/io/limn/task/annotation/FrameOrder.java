package io.limn.task.annotation;

import io.limn.common.geometry.ShapeMerge;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts tags or shapes of jobs together by frame. They come job by job, and what a job adds on frames that it shares
 * with the one before comes after its other ones: so what lies on frames of the next job waits, the rest goes on.
 */
final class FrameOrder {
    private final TaskJobs jobs;
    private final JobObjects objects;
    private final AnnotationRows.Sink sink;
    private final ShapeMerge merge;
    private final List<Annotation> waiting = new ArrayList<>();

    FrameOrder(TaskJobs jobs, JobObjects objects, AnnotationRows.Sink sink) {
        this.jobs = jobs;
        this.objects = objects;
        this.sink = sink;
        merge = new ShapeMerge(jobs.borders(), jobs.spatial());
    }

    /** Hands over all of a kind. */
    void run(Kind kind) throws SQLException, IOException {
        if (jobs.overlap() == 0) {
            apart(kind);
            return;
        }
        for (int job = 0; job < jobs.size(); job++) {
            merge(kind, job);
        }
        flush(Integer.MAX_VALUE);
    }

    /** Jobs that share no frames follow one another, unless their frames lie in another order than they. */
    private void apart(Kind kind) throws SQLException, IOException {
        var order = new ArrayList<Integer>();
        for (int job = 0; job < jobs.size(); job++) {
            order.add(job);
        }
        order.sort(Comparator.comparingInt(job -> jobs.range(job).start()));
        for (int place = 0; place < order.size(); place++) {
            int job = order.get(place);
            int next =
                    place + 1 < order.size() ? jobs.range(order.get(place + 1)).start() : Integer.MAX_VALUE;
            flush(jobs.range(job).start());
            boolean mixed = !waiting.isEmpty();
            objects.each(job, kind, 0, Integer.MAX_VALUE, annotation -> {
                if (mixed || annotation.frame() >= next) {
                    waiting.add(annotation);
                } else {
                    sink.accept(annotation);
                }
            });
        }
        flush(Integer.MAX_VALUE);
    }

    private void merge(Kind kind, int job) throws SQLException, IOException {
        var borders = jobs.borders();
        merge.next();
        int end = borders.end(job);
        int next = job + 1 < jobs.size() ? jobs.range(job + 1).start() : Integer.MAX_VALUE;
        // What it adds on shared frames is few; it is compared first, and goes before what lies behind.
        var shared = new ArrayList<Annotation>();
        objects.each(job, kind, 0, end - 1, shared::add);
        int from = 0;
        while (from < shared.size()) {
            int to = from;
            while (to < shared.size()
                    && shared.get(to).frame() == shared.get(from).frame()) {
                to++;
            }
            var members = shared.subList(from, to);
            var footprints = members.stream().map(Shapes::footprint).toList();
            for (int fresh : merge.fresh(members.getFirst().frame(), footprints)) {
                waiting.add(members.get(fresh));
            }
            from = to;
        }
        flush(Math.min(end, next));
        objects.each(job, kind, end, Integer.MAX_VALUE, shape -> {
            if (merge.isShared(shape.frame())) {
                merge.remember(shape.frame(), Shapes.footprint(shape));
            }
            if (waiting.isEmpty() && shape.frame() < next) {
                sink.accept(shape);
            } else {
                waiting.add(shape);
            }
        });
        flush(next);
    }

    /** Hands over what waits on frames before one. */
    private void flush(int before) throws IOException {
        waiting.sort(Comparator.comparingInt(Annotation::frame));
        int count = 0;
        while (count < waiting.size() && waiting.get(count).frame() < before) {
            sink.accept(waiting.get(count++));
        }
        waiting.subList(0, count).clear();
    }
}
