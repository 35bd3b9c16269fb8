package io.limn.task.eventlog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limn.common.api.Timestamps;
import io.limn.common.api.query.Sql;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Keeps what clients report. */
@ApplicationScoped
class EventStore {
    private final Database database;

    EventStore(Database database) {
        this.database = database;
    }

    /** Stores events, in one statement. */
    @Transactional
    public void add(long user, Instant received, List<ObjectNode> events) {
        var rows = events.stream()
                .filter(event -> !event.path("scope").asText().equals("user:activity"))
                .map(event -> Sql.of(
                        "(?, ?, ?, ?, ?::jsonb)",
                        received,
                        user,
                        event.path("scope").asText(),
                        Timestamps.parse(event.path("timestamp").asText()),
                        event.toString()))
                .toList();
        // A statement takes at most 65,535 parameters.
        for (int from = 0; from < rows.size(); from += 1000) {
            var some = rows.subList(from, Math.min(from + 1000, rows.size()));
            database.update(Sql.of("INSERT INTO client_event (received_at, user_id, scope, occurred_at, event) VALUES ")
                    .append(Sql.join(", ", some)));
        }
    }
}
