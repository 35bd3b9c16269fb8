package io.limn.data.request;

import io.limn.data.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The requests about a project or a task with all that lies below it. */
@ApplicationScoped
public class RequestSubjects {
    private final Database database;

    RequestSubjects(Database database) {
        this.database = database;
    }

    /** What a request can be about. */
    public enum Kind {
        PROJECT("project_id = ?"),
        TASK("task_id = ?");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    /** The queues in which some are under way. */
    List<String> queues(Kind kind, long id) {
        return database
                .list(
                        "SELECT DISTINCT action FROM request WHERE " + kind.condition
                                + " AND (status IN ('queued', 'started')"
                                + " OR status = 'reserved' AND created_date > now() - interval '60 seconds')"
                                + " ORDER BY action",
                        row -> queue(row.getString(1)),
                        id)
                .stream()
                .distinct()
                .toList();
    }

    private static String queue(String action) {
        return switch (action) {
            case "create", "import" -> "import";
            case "export" -> "export";
            case "calculate" -> "quality_reports";
            default -> "consensus";
        };
    }

    /** Shows them in another workspace. */
    public void transfer(Kind kind, long id, Long organization, String slug) {
        database.update(
                "UPDATE request SET organization_id = ?, organization_slug = ? WHERE " + kind.condition
                        + " AND organization_id IS DISTINCT FROM ?",
                organization,
                slug,
                id,
                organization);
    }
}
