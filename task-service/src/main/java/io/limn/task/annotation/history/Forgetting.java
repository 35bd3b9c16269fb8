package io.limn.task.annotation.history;

import io.limn.common.api.Timestamps;
import io.limn.common.api.query.Sql;
import io.limn.common.work.Lease;
import io.limn.common.work.WorkQueue;
import io.limn.common.work.Worker;
import io.limn.task.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Forgets revisions that are too old. It hands itself in again for the next interval, under that interval's number: of
 * several replicas one does it.
 */
@ApplicationScoped
class Forgetting implements Worker {
    private static final String KIND = "annotation.forgetting";
    private static final int JOBS_AT_ONCE = 1000;
    private static final String DUE =
            "SELECT h.task_id, h.job_id, max(r.revision) AS horizon FROM annotation_revision r"
                    + " JOIN annotation_head h ON h.job_id = r.job_id WHERE r.saved_at < ? GROUP BY h.task_id, h.job_id, h.oldest"
                    + " HAVING max(r.revision) > h.oldest LIMIT " + JOBS_AT_ONCE;

    private final Database database;
    private final WorkQueue work;
    private final HistoryConfig config;

    Forgetting(Database database, WorkQueue work, HistoryConfig config) {
        this.database = database;
        this.work = work;
        this.config = config;
    }

    /** Up to where a job forgets. */
    private record Horizon(long task, long job, long revision) {}

    void start(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(this::handIn);
    }

    private void handIn() {
        long interval = Math.max(1, config.interval().toMillis());
        long next = Instant.now().toEpochMilli() / interval + 1;
        var delay = Duration.ofMillis(next * interval - Instant.now().toEpochMilli());
        work.submit(KIND, String.valueOf(next), Map.of(), 0, delay.isNegative() ? Duration.ZERO : delay);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Lease lease) {
        var before = Timestamps.now().minus(config.keep());
        for (var due = due(before); !due.isEmpty(); due = due(before)) {
            due.forEach(horizon -> lease.commit(() -> forget(horizon)));
        }
        lease.finish(this::handIn);
    }

    private List<Horizon> due(Instant before) {
        return database.list(
                Sql.of(DUE, before),
                row -> new Horizon(row.getLong("task_id"), row.getLong("job_id"), row.getLong("horizon")));
    }

    /** The horizon itself can still be read; what was before it cannot. */
    private void forget(Horizon horizon) {
        database.update(Sql.of(
                "UPDATE annotation_head SET oldest = greatest(oldest, ?) WHERE job_id = ?",
                horizon.revision(),
                horizon.job()));
        database.update(Sql.of(
                "DELETE FROM annotation_revision WHERE job_id = ? AND revision < ?",
                horizon.job(),
                horizon.revision()));
        database.update(Sql.of(
                "DELETE FROM annotation_past WHERE task_id = ? AND job_id = ? AND until <= ?",
                horizon.task(),
                horizon.job(),
                horizon.revision()));
    }
}
