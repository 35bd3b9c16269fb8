package io.limn.task.annotation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Rewrites the labels and attributes of all rows of a task, those of the past included. */
final class RowRelabelling {
    private static final int BATCH = 1000;

    private final Connection connection;
    private final long task;
    private final Map<Long, Long> labels;
    private final Map<Long, Long> attributes;

    RowRelabelling(Connection connection, long task, Map<Long, Long> labels, Map<Long, Long> attributes) {
        this.connection = connection;
        this.task = task;
        this.labels = labels;
        this.attributes = attributes;
    }

    void run() throws SQLException, IOException {
        for (var table : List.of("annotation", "annotation_past")) {
            rewrite(table);
            relabel(table);
        }
    }

    /** Rows with nothing but a label: one statement. */
    private void relabel(String table) throws SQLException {
        var sql = "UPDATE " + table + " a SET label_id = m.after FROM unnest(?, ?) m (before, after)"
                + " WHERE a.task_id = ? AND a.label_id = m.before AND a.attributes IS NULL AND a.parts IS NULL";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1, connection.createArrayOf("bigint", labels.keySet().toArray()));
            statement.setArray(
                    2, connection.createArrayOf("bigint", labels.values().toArray()));
            statement.setLong(3, task);
            statement.executeUpdate();
        }
    }

    /** Rows that name attributes or elements: all of a task lie in one partition, so their place names them. */
    private void rewrite(String table) throws SQLException, IOException {
        var select = "SELECT " + RowReader.COLUMNS + ", ctid::text FROM " + table
                + " WHERE task_id = ? AND label_id = ANY(?) AND (attributes IS NOT NULL OR parts IS NOT NULL)";
        var update =
                "UPDATE " + table + " SET label_id = ?, attributes = ?, parts = ? WHERE task_id = ? AND ctid = ?::tid";
        var reader = new RowReader();
        try (var read = connection.prepareStatement(select);
                var write = connection.prepareStatement(update)) {
            read.setFetchSize(BATCH);
            read.setLong(1, task);
            read.setArray(2, connection.createArrayOf("bigint", labels.keySet().toArray()));
            int waiting = 0;
            try (var row = read.executeQuery()) {
                while (row.next()) {
                    add(write, moved(reader.read(row)), row.getString("ctid"));
                    waiting++;
                    if (waiting % BATCH == 0) {
                        write.executeBatch();
                    }
                }
            }
            write.executeBatch();
        }
    }

    private void add(PreparedStatement write, Annotation moved, String place) throws SQLException, IOException {
        write.setLong(1, moved.label());
        write.setString(2, StoredText.of(moved.attributes()));
        write.setString(3, StoredText.parts(moved));
        write.setLong(4, task);
        write.setString(5, place);
        write.addBatch();
    }

    private Annotation moved(Annotation annotation) {
        var keyframes = annotation.keyframes() == null
                ? null
                : annotation.keyframes().stream()
                        .map(keyframe -> keyframe.withAttributes(moved(keyframe.attributes())))
                        .toList();
        var elements = annotation.elements() == null
                ? null
                : annotation.elements().stream().map(this::moved).toList();
        return annotation
                .withLabel(labels.getOrDefault(annotation.label(), annotation.label()))
                .withAttributes(moved(annotation.attributes()))
                .withParts(annotation.frame(), keyframes, elements);
    }

    private List<Attribute> moved(List<Attribute> values) {
        return values.stream()
                .map(value -> new Attribute(attributes.getOrDefault(value.spec(), value.spec()), value.value()))
                .toList();
    }
}
