package io.limn.task.annotation;

import io.limn.task.annotation.history.Head;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The rows of the annotations of a job, read as a stream, so that a job of any size fits. */
final class AnnotationRows {
    private static final int FETCH = 2000;
    private static final String SELECT = "SELECT " + RowReader.COLUMNS + " FROM ";
    private static final String WHERE = " WHERE task_id = ? AND job_id = ? AND kind = ? AND frame BETWEEN ? AND ?";

    private final Connection connection;
    private final long task;
    private final long job;
    private final Long revision;
    private final RowReader reader = new RowReader();

    /**
     * The rows of a job.
     *
     * @param revision the revision to read, {@code null} for what holds now
     */
    AnnotationRows(Connection connection, long task, long job, Long revision) {
        this.connection = connection;
        this.task = task;
        this.job = job;
        this.revision = revision;
    }

    /** What holds now. */
    AnnotationRows(Connection connection, long task, long job) {
        this(connection, task, job, null);
    }

    /** The rows as of a revision: when it is still the last one in this transaction, nothing of the past is needed. */
    static AnnotationRows asOf(Connection connection, long task, long job, long revision) throws SQLException {
        boolean last = Head.of(connection, job).revision() == revision;
        return new AnnotationRows(connection, task, job, last ? null : revision);
    }

    /** What is done with each annotation of a stream. */
    interface Sink {
        void accept(Annotation annotation) throws IOException;
    }

    /** Reads all annotations of a kind; tags and shapes by frame, tracks by id. Needs an open transaction. */
    void each(Kind kind, Sink sink) throws SQLException, IOException {
        each(kind, 0, Integer.MAX_VALUE, sink);
    }

    /** Reads the annotations of a kind that begin on some frames, both included, in the same order. */
    void each(Kind kind, int first, int last, Sink sink) throws SQLException, IOException {
        var order = " ORDER BY " + (kind == Kind.TRACK ? "id" : "frame, id");
        var sql = revision == null
                ? SELECT + "annotation" + WHERE + order
                : SELECT + "annotation" + WHERE + " AND since <= " + revision + " UNION ALL " + SELECT
                        + "annotation_past" + WHERE + " AND since <= " + revision + " AND until > " + revision + order;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            int next = range(statement, 1, kind, first, last);
            if (revision != null) {
                range(statement, next, kind, first, last);
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    sink.accept(reader.read(row));
                }
            }
        }
    }

    private int range(PreparedStatement statement, int position, Kind kind, int first, int last) throws SQLException {
        statement.setLong(position, task);
        statement.setLong(position + 1, job);
        statement.setInt(position + 2, kind.ordinal());
        statement.setInt(position + 3, first);
        statement.setInt(position + 4, last);
        return position + 5;
    }

    /** Which of some ids are objects of this job. */
    List<Annotation> find(Collection<Long> ids) throws SQLException, IOException {
        var found = new ArrayList<Annotation>();
        if (ids.isEmpty()) {
            return found;
        }
        var sql = SELECT + "annotation WHERE task_id = ? AND job_id = ? AND id = ANY(?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, task);
            statement.setLong(2, job);
            statement.setArray(3, connection.createArrayOf("bigint", ids.toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
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
                    owned.add(new Owned(row.getLong(1), row.getLong(2), Kind.at(row.getInt(3))));
                }
            }
        }
        return owned;
    }
}
