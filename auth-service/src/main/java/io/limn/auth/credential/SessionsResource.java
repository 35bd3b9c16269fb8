package io.limn.auth.credential;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Page;
import io.limn.common.api.query.Field;
import io.limn.common.api.query.ListQuery;
import io.limn.common.api.query.ListSpec;
import io.limn.common.api.query.Lists;
import io.limn.common.api.query.Sql;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Set;

/** Where a user is signed in. Nobody sees or ends the sessions of others, administrators included. */
@Path("/api/auth/sessions")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class SessionsResource {
    private static final ListSpec LIST = ListSpec.from(
                    "user_session s JOIN users u ON u.id = s.user_id AND u.password_version = s.password_version")
            .id("s.id")
            .field("created_date", "s.created_at", Field.Type.TIMESTAMP)
            .field("last_used_date", "s.last_used_at", Field.Type.TIMESTAMP);

    private final DecisionTable rules = DecisionTable.load("permissions/sessions.csv");
    private final Caller caller;
    private final OwnSessions sessions;
    private final Lists lists;

    SessionsResource(Caller caller, OwnSessions sessions, Lists lists) {
        this.caller = caller;
        this.sessions = sessions;
        this.lists = lists;
    }

    /** The live sessions of the caller. */
    @GET
    public Page<SessionView> list(HttpServerRequest request, @CookieParam(SessionCookies.SESSION) String current) {
        var live = Sql.of("s.user_id = ? AND s.expires_at > now()", may("list"));
        return lists.page(ListQuery.of(request, LIST), live, ids -> sessions.views(ids, current));
    }

    /**
     * Ends a session of the caller, also the one at hand.
     *
     * @throws ApiException 404 when it is not his
     */
    @DELETE
    @Path("{id}")
    public void end(@PathParam("id") long id) {
        sessions.end(may("delete"), id);
    }

    /** The caller, if he may do something with what is his. */
    private long may(String scope) {
        var principal = caller.principal();
        if (!rules.allows(scope, principal, null, Set.of("self"))) {
            throw ApiException.forbidden();
        }
        return principal.id();
    }
}
