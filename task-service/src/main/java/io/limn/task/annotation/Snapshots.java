package io.limn.task.annotation;

import io.limn.common.api.query.Sql;
import io.limn.common.work.WorkQueue;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What large jobs answer, kept compressed for one revision. A snapshot is made in the background after a large save and
 * after a large job was read without one; whoever asks for another revision gets it from the rows.
 */
@ApplicationScoped
class Snapshots {
    /** Jobs with fewer objects are read from their rows as quickly. */
    static final int LARGE = 5000;

    /** Saves come in twos and threes: the snapshot of one is not to slow the next one down. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Database database;
    private final WorkQueue work;

    Snapshots(Database database, WorkQueue work) {
        this.database = database;
        this.work = work;
    }

    /** Asks for a snapshot of a revision that is read, in the transaction at hand. */
    void ask(long task, long job, long revision) {
        ask(task, job, revision, Duration.ZERO);
    }

    /** Asks for a snapshot of a revision that is just saved, in the transaction at hand. */
    void askSoon(long task, long job, long revision) {
        ask(task, job, revision, PAUSE);
    }

    private void ask(long task, long job, long revision, Duration delay) {
        work.submit(SnapshotMaker.KIND, job + ":" + revision, Map.of("task_id", task, "job_id", job), 0, delay);
    }

    /** The compressed answer of a job as of a revision, when it is kept. */
    Optional<InputStream> find(long job, long revision) {
        return part(job, revision, 0).map(first -> new SequenceInputStream(new Parts(job, revision, first)));
    }

    /** Each part is a query of its own: a slow reader holds no connection. */
    private Optional<byte[]> part(long job, long revision, int number) {
        return database.one(
                Sql.of(
                        "SELECT bytes FROM annotation_snapshot WHERE job_id = ? AND revision = ? AND part = ?",
                        job,
                        revision,
                        number),
                row -> row.getBytes("bytes"));
    }

    /** One part after the other; the last one is empty, so that a missing one shows. */
    private final class Parts implements Enumeration<InputStream> {
        private final long job;
        private final long revision;
        private byte[] next;
        private int number;

        Parts(long job, long revision, byte[] first) {
            this.job = job;
            this.revision = revision;
            next = first;
        }

        @Override
        public boolean hasMoreElements() {
            if (next == null) {
                number++;
                next = part(job, revision, number).orElse(null);
            }
            return next == null || next.length > 0;
        }

        @Override
        public InputStream nextElement() {
            if (!hasMoreElements()) {
                throw new NoSuchElementException();
            }
            var part = next == null ? new Missing() : new ByteArrayInputStream(next);
            next = null;
            return part;
        }
    }

    /** Stands for a part that went while the snapshot was read. */
    private static final class Missing extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("A part of the snapshot is gone");
        }
    }
}
