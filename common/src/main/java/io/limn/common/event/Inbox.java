package io.limn.common.event;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Remembers which events were applied, in the transactions that apply them. */
@ApplicationScoped
@IfBuildProperty(name = "limn.events.enabled", stringValue = "true", enableIfMissing = true)
class Inbox {
    private static final String RECORD = "INSERT INTO inbox (handler, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String PRUNE = "DELETE FROM inbox WHERE applied < now() - ? * interval '1 second'";

    private final AgroalDataSource database;
    private final EventsConfig config;

    Inbox(AgroalDataSource database, EventsConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Notes in the transaction at hand that an event is applied by a handler; false when it was before. */
    boolean record(String handler, String eventId) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(RECORD)) {
            statement.setString(1, handler);
            statement.setString(2, eventId);
            return statement.executeUpdate() == 1;
        }
    }

    /** Forgets what no topic holds any longer. */
    @Scheduled(every = "1h", delayed = "2m")
    void prune() throws SQLException {
        if (!config.enabled()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PRUNE)) {
            statement.setLong(1, config.inboxRetention().toSeconds());
            statement.executeUpdate();
        }
    }
}
