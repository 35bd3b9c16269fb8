package io.limn.task.annotation;

import io.limn.common.geometry.Footprint;
import io.limn.common.geometry.ShapeMerge;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the annotations of the jobs of a task together, one kind after the other and job by job. Of each job come first
 * those that begin after the frames it shares with the one before, then those that the one before does not have.
 */
final class TaskMerge {
    private final TaskJobs jobs;
    private final JobObjects objects;

    TaskMerge(TaskJobs jobs, JobObjects objects) {
        this.jobs = jobs;
        this.objects = objects;
    }

    /** Hands over all annotations of a kind, each once. */
    void each(Kind kind, AnnotationRows.Sink sink) throws SQLException, IOException {
        if (kind == Kind.TRACK) {
            new TrackQueue(jobs, sink).run(objects);
        } else {
            shapes(kind, sink);
        }
    }

    private void shapes(Kind kind, AnnotationRows.Sink sink) throws SQLException, IOException {
        var borders = jobs.borders();
        var merge = new ShapeMerge(borders, jobs.spatial());
        for (int job = 0; job < jobs.size(); job++) {
            merge.next();
            int end = borders.end(job);
            objects.each(job, kind, end, Integer.MAX_VALUE, shape -> {
                if (merge.isShared(shape.frame())) {
                    merge.remember(shape.frame(), Shapes.footprint(shape));
                }
                sink.accept(shape);
            });
            var group = new Group(merge, sink);
            objects.each(job, kind, 0, end - 1, group::add);
            group.finish();
        }
    }

    /** Objects of one frame, which are compared together; frames come one after the other. */
    private static final class Group {
        private final ShapeMerge merge;
        private final AnnotationRows.Sink sink;
        private final List<Annotation> members = new ArrayList<>();

        Group(ShapeMerge merge, AnnotationRows.Sink sink) {
            this.merge = merge;
            this.sink = sink;
        }

        void add(Annotation shape) throws IOException {
            if (!members.isEmpty() && members.getFirst().frame() != shape.frame()) {
                finish();
            }
            members.add(shape);
        }

        void finish() throws IOException {
            if (members.isEmpty()) {
                return;
            }
            int frame = members.getFirst().frame();
            List<Footprint> footprints = members.stream().map(Shapes::footprint).toList();
            for (int fresh : merge.fresh(frame, footprints)) {
                sink.accept(members.get(fresh));
            }
            members.clear();
        }
    }

    /** Annotations in memory, job by job, those of one frame together. */
    static JobObjects of(List<LabeledData> jobs) {
        return (job, kind, first, last, sink) -> {
            var within = jobs.get(job).of(kind).stream()
                    .filter(annotation -> annotation.frame() >= first && annotation.frame() <= last)
                    .toList();
            for (var annotation : kind == Kind.TRACK || job == 0 ? within : together(within)) {
                sink.accept(annotation);
            }
        };
    }

    private static List<Annotation> together(List<Annotation> annotations) {
        Map<Integer, List<Annotation>> frames = new LinkedHashMap<>();
        annotations.forEach(annotation -> frames.computeIfAbsent(annotation.frame(), key -> new ArrayList<>())
                .add(annotation));
        return frames.values().stream().flatMap(List::stream).toList();
    }

    /** All that jobs answered, put together. */
    static LabeledData together(TaskJobs jobs, List<LabeledData> answers) throws SQLException, IOException {
        var merge = new TaskMerge(jobs, of(answers));
        var lists = new LabeledData(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        merge.each(Kind.TAG, lists.tags()::add);
        merge.each(Kind.SHAPE, lists.shapes()::add);
        merge.each(Kind.TRACK, lists.tracks()::add);
        return lists;
    }
}
