package io.limn.task.annotation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.Bodies;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.postgresql.PGConnection;

/** The rows of annotations: written by {@code COPY}, read as a stream, so that a job of any size fits. */
final class AnnotationRows {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final int FETCH = 2000;
    private static final int FLUSH = 1 << 16;
    private static final String COLUMNS =
            "id, kind, frame, label_id, group_id, source, type, occluded, outside, z_order, rotation, points, attributes, parts";

    private final Connection connection;
    private final long task;
    private final long job;

    AnnotationRows(Connection connection, long task, long job) {
        this.connection = connection;
        this.task = task;
        this.job = job;
    }

    /** What is done with each annotation of a stream. */
    interface Sink {
        void accept(Annotation annotation) throws IOException;
    }

    /** Writes new rows. */
    void add(Iterable<Annotation> annotations) throws SQLException, IOException {
        var manager = connection.unwrap(PGConnection.class).getCopyAPI();
        var copy = manager.copyIn("COPY annotation (task_id, job_id, " + COLUMNS + ") FROM STDIN");
        try {
            var text = new CopyText();
            for (var annotation : annotations) {
                row(text, annotation);
                if (text.length() > FLUSH) {
                    flush(copy, text);
                }
            }
            flush(copy, text);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void flush(org.postgresql.copy.CopyIn copy, CopyText text) throws SQLException {
        var bytes = text.take().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private void row(CopyText text, Annotation annotation) throws IOException {
        var shape = annotation.geometry();
        text.value(task)
                .value(job)
                .value(annotation.id())
                .value(annotation.kind().ordinal());
        text.value(annotation.frame())
                .value(annotation.label())
                .value(annotation.group())
                .value(annotation.source());
        if (shape == null) {
            text.value(null).value(null).value(null).value(null).value(null).value(null);
        } else {
            text.value(shape.type().ordinal())
                    .value(shape.occluded())
                    .value(shape.outside())
                    .value(shape.order());
            text.value(shape.rotation() == null ? 0.0 : shape.rotation()).value(shape.storedPoints());
        }
        text.value(
                annotation.attributes().isEmpty() ? null : json(writer -> writer.attributes(annotation.attributes())));
        text.value(hasParts(annotation) ? parts(annotation) : null).end();
    }

    private static boolean hasParts(Annotation annotation) {
        return annotation.keyframes() != null || !annotation.parts().isEmpty();
    }

    private static String parts(Annotation annotation) throws IOException {
        return json(writer -> {
            if (annotation.keyframes() != null) {
                writer.keyframes(annotation);
            }
            writer.elements(annotation.parts());
        });
    }

    private interface Part {
        void write(AnnotationWriter writer) throws IOException;
    }

    private static String json(Part part) throws IOException {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            part.write(new AnnotationWriter(json));
            json.writeEndObject();
        }
        return text.toString();
    }

    /** Reads all annotations of a kind; tags and shapes by frame, tracks by id. Needs an open transaction. */
    void each(Kind kind, Sink sink) throws SQLException, IOException {
        each(kind, 0, Integer.MAX_VALUE, sink);
    }

    /** Reads the annotations of a kind that begin on some frames, both included, in the same order. */
    void each(Kind kind, int first, int last, Sink sink) throws SQLException, IOException {
        var sql = "SELECT " + COLUMNS + " FROM annotation WHERE task_id = ? AND job_id = ? AND kind = ?"
                + " AND frame BETWEEN ? AND ? ORDER BY " + (kind == Kind.TRACK ? "id" : "frame, id");
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            statement.setLong(1, task);
            statement.setLong(2, job);
            statement.setInt(3, kind.ordinal());
            statement.setInt(4, first);
            statement.setInt(5, last);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    sink.accept(annotation(kind, row));
                }
            }
        }
    }

    private static Annotation annotation(Kind kind, ResultSet row) throws SQLException, IOException {
        var group = row.getObject(5, Integer.class);
        var parts = row.getString(14);
        var tree = parts == null ? null : TREES.readTree(parts);
        return new Annotation(
                kind,
                row.getLong(1),
                row.getInt(3),
                row.getLong(4),
                group,
                row.getString(6),
                attributes(row.getString(13)),
                kind == Kind.SHAPE ? geometry(row) : null,
                kind == Kind.TRACK ? ObjectReader.storedKeyframes(Bodies.object(tree)) : null,
                tree == null ? null : elements(kind, tree.path("elements")));
    }

    private static Geometry geometry(ResultSet row) throws SQLException {
        return new Geometry(
                ShapeType.values()[row.getInt(7)],
                row.getBoolean(8),
                row.getBoolean(9),
                row.getInt(10),
                row.getDouble(11),
                row.getString(12));
    }

    private static List<Attribute> attributes(String stored) throws IOException {
        return stored == null ? List.of() : ObjectReader.attributes(Bodies.object(TREES.readTree(stored)));
    }

    private static List<Annotation> elements(Kind kind, JsonNode stored) {
        var elements = new ArrayList<Annotation>();
        stored.forEach(element -> elements.add(ObjectReader.stored(kind, element)));
        return elements;
    }

    /** Which of some ids are objects of this job, locked so that they stay as they are. */
    List<Annotation> find(Collection<Long> ids) throws SQLException, IOException {
        var sql = "SELECT " + COLUMNS + " FROM annotation WHERE task_id = ? AND job_id = ? AND id = ANY(?)";
        var found = new ArrayList<Annotation>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, task);
            statement.setLong(2, job);
            statement.setArray(3, connection.createArrayOf("bigint", ids.toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(annotation(Kind.values()[row.getInt(2)], row));
                }
            }
        }
        return found;
    }

    /**
     * An object of a task and where it is.
     *
     * @param job the job that has it
     */
    record Owned(long job, long id, Kind kind) {}

    /** Which of some ids are objects of a task. */
    static List<Owned> owners(Connection connection, long task, Collection<Long> ids) throws SQLException {
        var sql = "SELECT job_id, id, kind FROM annotation WHERE task_id = ? AND id = ANY(?) ORDER BY job_id";
        var owned = new ArrayList<Owned>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, task);
            statement.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    owned.add(new Owned(row.getLong(1), row.getLong(2), Kind.values()[row.getInt(3)]));
                }
            }
        }
        return owned;
    }

    /** Removes objects by id; answers the ids that were there. */
    List<Long> remove(Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        return deleted("AND id = ANY(?)", connection.createArrayOf("bigint", ids.toArray()));
    }

    /** Removes everything; answers the ids that were there. */
    List<Long> removeAll() throws SQLException {
        return deleted("", null);
    }

    private List<Long> deleted(String condition, Object parameter) throws SQLException {
        var sql = "DELETE FROM annotation WHERE task_id = ? AND job_id = ? " + condition + " RETURNING id";
        var ids = new ArrayList<Long>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, task);
            statement.setLong(2, job);
            if (parameter != null) {
                statement.setObject(3, parameter);
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids;
    }
}
