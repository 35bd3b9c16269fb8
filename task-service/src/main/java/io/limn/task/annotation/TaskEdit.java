package io.limn.task.annotation;

import io.limn.common.api.ApiException;
import io.limn.task.annotation.history.Head;
import io.limn.task.annotation.history.Ownership;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns changes of annotations of a task into changes of its jobs. An object is changed in every job that holds it: in
 * the one whose id it bears, and in neighbours that hold the same object on the frames they share.
 */
final class TaskEdit {
    private final Connection connection;
    private final TaskJobs jobs;
    private final Slices slices;
    private final Twins twins;
    private final List<JobEdit> edits;

    TaskEdit(Connection connection, TaskJobs jobs) {
        this.connection = connection;
        this.jobs = jobs;
        slices = new Slices(jobs);
        twins = new Twins(connection, jobs);
        edits = Stream.generate(JobEdit::empty).limit(jobs.size()).toList();
    }

    /**
     * Objects replaced by their ids, those without one added.
     *
     * @throws ApiException 400 when an id is named twice, or none of the task's jobs had it
     */
    List<JobEdit> update(LabeledData data) throws SQLException, IOException {
        var ids = Save.idsOf(data);
        if (new HashSet<>(ids).size() < ids.size()) {
            throw ApiException.rule("An annotation is named twice");
        }
        var holders = holders(ids);
        for (var annotation : data.all()) {
            var parts = slices.parts(annotation);
            if (annotation.id() == null) {
                parts.forEach(this::add);
            } else if (!parts.isEmpty()) {
                update(
                        annotation,
                        parts,
                        holders.containsKey(annotation.id())
                                ? holders.get(annotation.id())
                                : lastHolder(annotation.id(), parts));
            }
        }
        return edits;
    }

    private void update(Annotation annotation, Map<Integer, Annotation> parts, Map<Integer, Long> holders) {
        for (int job = 0; job < jobs.size(); job++) {
            var part = parts.get(job);
            var id = holders.get(job);
            if (part == null && id != null) {
                edits.get(job).gone().add(id);
            } else if (part != null && (id != null || isNew(annotation, job, holders))) {
                add(job, part.withId(id));
            }
        }
    }

    private void add(int job, Annotation part) {
        edits.get(job).data().of(part.kind()).add(part);
    }

    /**
     * Whether an object shows on frames of a job that none of its holders has. Where holders have them all, the job
     * was free to have it and does not.
     */
    private boolean isNew(Annotation annotation, int job, Map<Integer, Long> holders) {
        int start = jobs.range(job).start();
        int stop = jobs.range(job).stop();
        for (int holder : holders.keySet()) {
            var range = jobs.range(holder);
            if (range.holds(start)) {
                start = range.stop() + 1;
            }
            if (range.holds(stop)) {
                stop = range.start() - 1;
            }
        }
        return slices.shows(annotation, start, stop);
    }

    /** The job among those that now get an object which had it before it was removed. */
    private Map<Integer, Long> lastHolder(long id, Map<Integer, Annotation> parts) throws SQLException {
        for (int job : parts.keySet()) {
            if (!Ownership.onceHad(connection, jobs.task(), jobs.range(job).id(), List.of(id))
                    .isEmpty()) {
                return Map.of(job, id);
            }
        }
        throw ApiException.rule("The task has no annotation with the id " + id);
    }

    /** Objects removed by their ids; each job also answers what of the objects sent lies on its frames. */
    List<JobEdit> delete(LabeledData data) throws SQLException, IOException {
        for (var held : holders(Save.idsOf(data)).values()) {
            held.forEach((job, id) -> edits.get(job).gone().add(id));
        }
        var parts = slices.deal(data);
        var deletions = new ArrayList<JobEdit>();
        for (int job = 0; job < jobs.size(); job++) {
            deletions.add(new JobEdit(parts.get(job), edits.get(job).gone()));
        }
        return deletions;
    }

    /** By the ids of objects the jobs that hold them, each with the id that it has there. */
    private Map<Long, Map<Integer, Long>> holders(List<Long> ids) throws SQLException, IOException {
        Head.lockAll(connection, jobs.task());
        var holders = new HashMap<Long, Map<Integer, Long>>();
        for (var owned : AnnotationRows.owners(connection, jobs.task(), ids)) {
            int job = jobs.indexOf(owned.job());
            if (job >= 0) {
                var held = holders.computeIfAbsent(owned.id(), key -> new TreeMap<>());
                held.put(job, owned.id());
                twins.of(owned.kind(), job, owned.id()).forEach(held::putIfAbsent);
            }
        }
        return holders;
    }
}
