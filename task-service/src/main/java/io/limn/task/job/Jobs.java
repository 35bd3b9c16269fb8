package io.limn.task.job;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.task.people.UserReferences;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What may be done with jobs. */
@ApplicationScoped
class Jobs {
    private static final Map<String, String> SCOPES =
            Map.of("assignee", "update:assignee", "stage", "update:stage", "state", "update:state");

    private final JobAccess access;
    private final JobStore store;
    private final UserReferences users;

    Jobs(JobAccess access, JobStore store, UserReferences users) {
        this.access = access;
        this.store = store;
        this.users = users;
    }

    /**
     * Changes a job.
     *
     * @throws ApiException 404, 403 or 400
     */
    void update(long id, Input body) {
        var job = access.find(id).orElseThrow(() -> ApiException.notFound("Job"));
        if (!SCOPES.keySet().containsAll(body.names())) {
            throw ApiException.unknownField();
        }
        access.require(id, "view");
        body.names().forEach(member -> access.require(id, SCOPES.get(member)));
        var assignee = users.read(body, "assignee", job.organizationId());
        store.update(job, JobChange.read(body, assignee));
    }
}
