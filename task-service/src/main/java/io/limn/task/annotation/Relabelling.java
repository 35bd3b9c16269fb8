package io.limn.task.annotation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Points annotations to other labels, when their task moves to another project. */
@ApplicationScoped
public class Relabelling {
    private static final int BATCH = 2000;

    private final DataSource database;

    Relabelling(DataSource database) {
        this.database = database;
    }

    /**
     * Points all annotations of a task to other labels and attributes, in the transaction at hand; values stay. It is a
     * revision of each job that has some. Saves of the task wait until the transaction ends.
     *
     * @param user       who moves the task
     * @param labels     the new labels by the ids of all labels that the task has
     * @param attributes likewise their attributes
     */
    public void apply(long task, long user, Map<Long, Long> labels, Map<Long, Long> attributes) {
        try (var connection = database.getConnection()) {
            var change = new LabelChange(labels, attributes);
            for (long job : ids(connection, "SELECT id FROM job WHERE task_id = ? ORDER BY id", task)) {
                relabel(connection, task, job, user, change);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("Annotations could not be moved", fault);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void relabel(Connection connection, long task, long job, long user, LabelChange change)
            throws SQLException, IOException {
        var revisions = new Revisions(connection, task, job);
        long number = revisions.next();
        var rows = new AnnotationRows(connection, task, job);
        var ids = ids(connection, "SELECT id FROM annotation WHERE task_id = ? AND job_id = ? ORDER BY id", task, job);
        for (int start = 0; start < ids.size(); start += BATCH) {
            var some = ids.subList(start, Math.min(ids.size(), start + BATCH));
            var moved = rows.find(some).stream().map(change::applyTo).toList();
            rows.remove(some);
            rows.add(moved);
        }
        if (!ids.isEmpty()) {
            revisions.record(number, "move", user, new Revision(0, ids.size(), List.of()));
        }
    }

    private static List<Long> ids(Connection connection, String query, long... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                var ids = new ArrayList<Long>();
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
                return ids;
            }
        }
    }

    /** What takes the place of labels and attributes. */
    private record LabelChange(Map<Long, Long> labels, Map<Long, Long> attributes) {
        Annotation applyTo(Annotation annotation) {
            return new Annotation(
                    annotation.kind(),
                    annotation.id(),
                    annotation.frame(),
                    labels.getOrDefault(annotation.label(), annotation.label()),
                    annotation.group(),
                    annotation.source(),
                    values(annotation.attributes()),
                    annotation.geometry(),
                    keyframes(annotation.keyframes()),
                    elements(annotation.elements()));
        }

        private List<Attribute> values(List<Attribute> values) {
            return values.stream()
                    .map(value -> new Attribute(attributes.getOrDefault(value.spec(), value.spec()), value.value()))
                    .toList();
        }

        private List<Keyframe> keyframes(List<Keyframe> keyframes) {
            return keyframes == null
                    ? null
                    : keyframes.stream()
                            .map(keyframe -> new Keyframe(
                                    keyframe.id(),
                                    keyframe.frame(),
                                    keyframe.geometry(),
                                    values(keyframe.attributes())))
                            .toList();
        }

        private List<Annotation> elements(List<Annotation> elements) {
            return elements == null
                    ? null
                    : elements.stream().map(this::applyTo).toList();
        }
    }
}
