package io.limn.task.annotation;

import io.limn.common.api.ApiException;
import io.limn.task.annotation.history.Counts;
import io.limn.task.annotation.history.Ownership;
import io.limn.task.annotation.history.Past;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One save of one job, within a transaction: applies the act to the rows and collects the answer. */
final class Save {
    private final Connection connection;
    private final long task;
    private final long job;
    private final long number;
    private final Past past;
    private final AnnotationIds ids;

    /**
     * A save that holds the head of its job.
     *
     * @param number the revision that it makes
     */
    Save(Connection connection, long task, long job, long number, LabeledData data) {
        this.connection = connection;
        this.task = task;
        this.job = job;
        this.number = number;
        past = new Past(connection, task, job);
        ids = new AnnotationIds(connection, AnnotationIds.count(data.all()));
    }

    /**
     * What was done, and what is answered.
     *
     * @param counts what was touched
     * @param answer the annotations in the order of the request, with their ids
     */
    record Outcome(Counts counts, LabeledData answer) {}

    Outcome apply(Act act, JobEdit edit) throws SQLException, IOException {
        var data = edit.data();
        return switch (act) {
            case REPLACE -> add(data, past.removeAll(number), 0, Set.of());
            case CREATE -> add(data, 0, 0, Set.of());
            case UPDATE -> update(data, past.remove(edit.gone(), number));
            case DELETE -> {
                var named = new HashSet<>(idsOf(data));
                named.addAll(edit.gone());
                yield new Outcome(new Counts(0, 0, past.remove(named, number)), data);
            }
        };
    }

    private Outcome update(LabeledData data, int removed) throws SQLException, IOException {
        var named = idsOf(data);
        if (new HashSet<>(named).size() < named.size()) {
            throw ApiException.rule("An annotation is named twice");
        }
        var kept = new HashSet<Long>();
        for (var present : new AnnotationRows(connection, task, job).find(named)) {
            collect(present, kept);
        }
        requireOnceHad(named, kept);
        int updated = past.remove(named, number);
        kept.addAll(named);
        return add(data, removed, updated, kept);
    }

    private void requireOnceHad(List<Long> named, Set<Long> present) throws SQLException {
        var missing = named.stream().filter(id -> !present.contains(id)).toList();
        var known = Ownership.onceHad(connection, task, job, missing);
        for (long id : missing) {
            if (!known.contains(id)) {
                throw ApiException.rule("The job has no annotation with the id " + id);
            }
        }
    }

    private static void collect(Annotation annotation, Set<Long> ids) {
        ids.add(annotation.id());
        if (annotation.keyframes() != null) {
            annotation.keyframes().forEach(keyframe -> ids.add(keyframe.id()));
        }
        annotation.parts().forEach(element -> collect(element, ids));
    }

    private Outcome add(LabeledData data, int removed, int updated, Set<Long> kept) throws SQLException, IOException {
        var stored = new ArrayList<Annotation>(data.size());
        var answer = new LabeledData(
                assign(data.tags(), kept, stored),
                assign(data.shapes(), kept, stored),
                tracks(data.tracks(), kept, stored));
        if (!stored.isEmpty()) {
            new CopyRows(connection, task, job, number).add(stored);
        }
        return new Outcome(new Counts(stored.size() - updated, updated, removed), answer);
    }

    private List<Annotation> assign(List<Annotation> annotations, Set<Long> kept, List<Annotation> stored)
            throws SQLException {
        var answer = new ArrayList<Annotation>(annotations.size());
        for (var annotation : annotations) {
            var assigned = ids.assign(annotation, kept);
            stored.add(assigned);
            answer.add(withElements(assigned));
        }
        return answer;
    }

    private List<Annotation> tracks(List<Annotation> tracks, Set<Long> kept, List<Annotation> stored)
            throws SQLException {
        var answer = new ArrayList<Annotation>(tracks.size());
        for (var track : tracks) {
            if (track.keyframes().isEmpty()) {
                answer.add(withElements(track));
                continue;
            }
            var assigned = ids.assign(TrackNormalizer.normalize(track), kept);
            stored.add(assigned);
            answer.add(TrackNormalizer.answer(track, assigned));
        }
        return answer;
    }

    /** Answers show the elements of every object that can have some. */
    static Annotation withElements(Annotation annotation) {
        boolean shown = annotation.kind() == Kind.TAG || annotation.elements() != null;
        return shown ? annotation : annotation.withParts(annotation.frame(), annotation.keyframes(), List.of());
    }

    static List<Long> idsOf(LabeledData data) {
        var ids = new ArrayList<Long>();
        data.all().forEach(annotation -> {
            if (annotation.id() != null) {
                ids.add(annotation.id());
            }
        });
        return ids;
    }
}
