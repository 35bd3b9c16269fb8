package io.limn.task.frameplan;

import io.limn.common.api.query.Sql;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How the frames of a task were cut. */
@ApplicationScoped
class Segments {
    private final Database database;

    Segments(Database database) {
        this.database = database;
    }

    /** Frames of a task. */
    int size(long task) {
        return database.one(Sql.of("SELECT size FROM task WHERE id = ?", task), row -> row.getInt("size"))
                .orElse(0);
    }

    /** The segments of the annotators, with their size and overlap. */
    Cut cut(long task) {
        return database.one(Sql.of("SELECT segment_size, overlap FROM task WHERE id = ?", task), row -> {
                    var overlap = Columns.integer(row, "overlap");
                    return new Cut(row.getInt("segment_size"), overlap == null ? 0 : overlap, ranges(task));
                })
                .orElseThrow();
    }

    /** Frames of each segment, by the first one. */
    List<Cut.Range> ranges(long task) {
        return database.list(
                Sql.of(
                        "SELECT DISTINCT s.start_frame, s.stop_frame FROM segment s JOIN job j ON j.segment_id = s.id"
                                + " WHERE s.task_id = ? AND j.type = 'annotation' ORDER BY s.start_frame",
                        task),
                row -> new Cut.Range(row.getInt("start_frame"), row.getInt("stop_frame")));
    }
}
