package io.limn.task.annotation;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/** Writes the bytes of a snapshot as rows of at most a mebibyte; an empty row ends them. */
final class SnapshotParts extends OutputStream {
    private static final int LONGEST = 1 << 20;

    private final Connection connection;
    private final long task;
    private final long job;
    private final long revision;
    private final byte[] bytes = new byte[LONGEST];
    private int length;
    private int number;

    SnapshotParts(Connection connection, long task, long job, long revision) {
        this.connection = connection;
        this.task = task;
        this.job = job;
        this.revision = revision;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int piece = Math.min(count - done, LONGEST - length);
            System.arraycopy(from, offset + done, bytes, length, piece);
            length += piece;
            done += piece;
            if (length == LONGEST) {
                put();
            }
        }
    }

    private void put() throws IOException {
        var sql = "INSERT INTO annotation_snapshot (job_id, revision, part, task_id, bytes) VALUES (?, ?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, job);
            statement.setLong(2, revision);
            statement.setInt(3, number);
            statement.setLong(4, task);
            statement.setBytes(5, Arrays.copyOf(bytes, length));
            statement.executeUpdate();
        } catch (SQLException fault) {
            throw new IOException("A part of a snapshot could not be written", fault);
        }
        number++;
        length = 0;
    }

    @Override
    public void close() throws IOException {
        if (length > 0) {
            put();
        }
        put();
    }
}
