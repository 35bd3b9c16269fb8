package io.limn.data.request;

import io.limn.common.api.query.Field;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** What can be asked of the list of requests, and which of them a caller sees. */
@ApplicationScoped
public class RequestList {
    static final ListSpec SPEC = ListSpec.from("request r")
            .id("r.id")
            .text("status", "CASE r.status WHEN 'reserved' THEN 'queued' ELSE r.status END")
            .text("action", "r.action")
            .text("target", "r.target")
            .text("subresource", "r.subresource")
            .text("format", "r.format")
            .field("project_id", "r.project_id", Field.Type.INTEGER)
            .field("task_id", "r.task_id", Field.Type.INTEGER)
            .field("job_id", "r.job_id", Field.Type.INTEGER)
            .field("created_date", "r.created_date", Field.Type.TIMESTAMP)
            .simple("status", "action", "target", "subresource", "format", "project_id", "task_id", "job_id")
            .inequality()
            .order("-created_date");

    private static final Sql SHOWN = Sql.of("(r.status <> 'reserved' OR r.created_date > now() - interval '60 seconds')"
            + " AND (r.expiry_date IS NULL OR r.expiry_date > now())");

    private final Caller caller;

    RequestList(Caller caller) {
        this.caller = caller;
    }

    /**
     * The caller's own requests.
     *
     * @param org short name of the organization that they are limited to, empty for none, {@code null} for all
     */
    Sql visible(String org) {
        var own = Sql.of("r.user_id = ?", caller.principal().id()).and(SHOWN);
        if (org == null) {
            return own;
        }
        return own.and(org.isEmpty() ? Sql.of("r.organization_slug IS NULL") : Sql.of("r.organization_slug = ?", org));
    }
}
