package io.limn.task.issue;

import io.limn.common.api.ApiJson;
import io.limn.common.api.Page;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.task.access.Contexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** Issues and their comments. There are none so far. */
@Path("/api")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class IssueResource {
    private static final DecisionTable ISSUES = DecisionTable.load("permissions/issues.csv");
    private static final DecisionTable COMMENTS = DecisionTable.load("permissions/comments.csv");

    private final Caller caller;

    IssueResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Path("issues")
    public Page<Object> issues() {
        return none(ISSUES);
    }

    @GET
    @Path("comments")
    public Page<Object> comments() {
        return none(COMMENTS);
    }

    private Page<Object> none(DecisionTable table) {
        Contexts.requireList(caller, table);
        return new Page<>(0, null, null, List.of());
    }
}
