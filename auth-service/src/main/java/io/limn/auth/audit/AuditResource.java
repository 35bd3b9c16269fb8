package io.limn.auth.audit;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Page;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Set;

/** What was done to accounts and rights, for administrators. */
@Path("/api/auth/audit")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class AuditResource {
    private final DecisionTable rules = DecisionTable.load("permissions/audit.csv");
    private final AuditList list;
    private final Caller caller;

    AuditResource(AuditList list, Caller caller) {
        this.list = list;
        this.caller = caller;
    }

    /** One page of acts, newest first. */
    @GET
    public Page<AuditedAct> list(HttpServerRequest request) {
        if (!rules.allows("list", caller.principal(), null, Set.of())) {
            throw ApiException.forbidden();
        }
        return list.page(request);
    }
}
