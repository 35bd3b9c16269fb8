package io.limn.task.issue;

import io.limn.common.api.query.Sql;
import io.limn.task.database.Columns;
import io.limn.task.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads issues and comments as events tell of them: before and after a change. */
@ApplicationScoped
class IssueFacts {
    private static final int MOST_NUMBERS = 500;
    private static final int MOST_CHARACTERS = 4000;

    private final Database database;

    IssueFacts(Database database) {
        this.database = database;
    }

    /** An issue whose row is locked from here on; empty when it is gone. A long position is left out. */
    Optional<Map<String, Object>> issue(long id) {
        return database.one(Sql.of("SELECT * FROM issue WHERE id = ? FOR NO KEY UPDATE", id), IssueFacts::issue);
    }

    private static Map<String, Object> issue(ResultSet row) throws SQLException {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("frame", row.getInt("frame"));
        var position = numbers(row.getArray("position"));
        if (position.length <= MOST_NUMBERS) {
            facts.put("position", position);
        }
        facts.put("owner_id", Columns.id(row, "owner_id"));
        facts.put("assignee_id", Columns.id(row, "assignee_id"));
        facts.put("resolved", row.getBoolean("resolved"));
        facts.put("updated_date", Columns.instant(row, "updated_at"));
        return facts;
    }

    /** The numbers of a position. */
    static double[] numbers(Array array) throws SQLException {
        return Arrays.stream((Double[]) array.getArray())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** A comment whose row is locked from here on; empty when it is gone. A long message is cut. */
    Optional<Map<String, Object>> comment(long id) {
        return database.one(
                Sql.of("SELECT * FROM issue_comment WHERE id = ? FOR NO KEY UPDATE", id), IssueFacts::comment);
    }

    private static Map<String, Object> comment(ResultSet row) throws SQLException {
        var message = row.getString("message");
        var facts = new LinkedHashMap<String, Object>();
        facts.put("owner_id", Columns.id(row, "owner_id"));
        facts.put("message", message.length() > MOST_CHARACTERS ? message.substring(0, MOST_CHARACTERS) : message);
        facts.put("updated_date", Columns.instant(row, "updated_at"));
        return facts;
    }
}
