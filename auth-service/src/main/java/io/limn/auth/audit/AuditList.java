package io.limn.auth.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.Page;
import io.limn.common.api.query.Field;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Lists;
import io.limn.common.api.query.Sql;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The list of what was done, newest first. */
@ApplicationScoped
class AuditList {
    private static final ListSpec LIST = ListSpec.from("audit_entry a")
            .id("a.id")
            .text("act", "a.act")
            .field("happened", "a.happened", Field.Type.TIMESTAMP)
            .field("user_id", "a.user_id", Field.Type.INTEGER)
            .field("actor_id", "a.actor_id", Field.Type.INTEGER)
            .field("organization_id", "a.organization_id", Field.Type.INTEGER)
            .text("address", "a.address")
            .search("act", "address")
            .simple("act", "user_id", "actor_id", "organization_id", "address");

    private static final String SELECT = """
            SELECT id, happened, act, user_id, actor_id, organization_id, access_token_id, address, request_id, details
            FROM audit_entry WHERE id = ANY (?) ORDER BY array_position(?, id)""";

    private final DataSource database;
    private final ObjectMapper json;
    private final Lists lists;

    AuditList(DataSource database, ObjectMapper json, Lists lists) {
        this.database = database;
        this.json = json;
        this.lists = lists;
    }

    /** One page. */
    Page<AuditedAct> page(HttpServerRequest request) {
        return lists.page(ListQuery.of(request, LIST), Sql.TRUE, this::acts);
    }

    private List<AuditedAct> acts(List<Long> ids) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT)) {
            var wanted = connection.createArrayOf("bigint", ids.toArray());
            select.setArray(1, wanted);
            select.setArray(2, wanted);
            var acts = new ArrayList<AuditedAct>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    acts.add(act(row));
                }
            }
            return acts;
        } catch (SQLException | JsonProcessingException fault) {
            throw new IllegalStateException("What was done could not be read", fault);
        }
    }

    private AuditedAct act(ResultSet row) throws SQLException, JsonProcessingException {
        return new AuditedAct(
                row.getLong("id"),
                row.getObject("happened", OffsetDateTime.class).toInstant(),
                row.getString("act"),
                row.getObject("user_id", Long.class),
                row.getObject("actor_id", Long.class),
                row.getObject("organization_id", Long.class),
                row.getObject("access_token_id", Long.class),
                row.getString("address"),
                row.getString("request_id"),
                json.readTree(row.getString("details")));
    }
}
