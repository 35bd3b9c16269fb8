package io.limn.auth.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads what was recorded. */
@ApplicationScoped
public class AuditTrail {
    private final DataSource database;
    private final ObjectMapper json;

    AuditTrail(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One entry. */
    public record Row(String act, Long actor, Long organization, Long accessToken, String address, JsonNode details) {}

    /** What was done to a user, in order. */
    public List<Row> of(long user) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT act, actor_id, organization_id, access_token_id,"
                        + " address, details FROM audit_entry WHERE user_id = ? ORDER BY id")) {
            select.setLong(1, user);
            var rows = new ArrayList<Row>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getString(1),
                            row.getObject(2, Long.class),
                            row.getObject(3, Long.class),
                            row.getObject(4, Long.class),
                            row.getString(5),
                            json.readTree(row.getString(6))));
                }
            }
            return rows;
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }
}
