package io.limn.task.issue;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.identity.Caller;
import io.limn.task.people.Ids;
import io.limn.task.people.People;
import io.limn.task.people.UserReferences;
import jakarta.enterprise.context.ApplicationScoped;

/** What may be done with issues: permission first, then what the body says, then the change. */
@ApplicationScoped
class Issues {
    private final IssueAccess access;
    private final IssueStore store;
    private final UserReferences users;
    private final People people;
    private final Caller caller;

    Issues(IssueAccess access, IssueStore store, UserReferences users, People people, Caller caller) {
        this.access = access;
        this.store = store;
        this.users = users;
        this.people = people;
        this.caller = caller;
    }

    /**
     * Raises an issue.
     *
     * @return its id
     * @throws ApiException 400 or 403
     */
    long create(Input body) {
        var job = access.requireJob(Ids.read(body, "job"));
        var assignee = users.read(body, "assignee", caller.organization().organization());
        var draft = IssueDraft.read(body, assignee);
        people.remember(caller.principal());
        return store.create(job, draft, caller.principal().id());
    }

    /**
     * Changes an issue.
     *
     * @throws ApiException 404, 403 or 400
     */
    void update(long id, Input body) {
        access.require(id, "view");
        var issue = access.require(id, "update");
        var assignee = users.read(body, "assignee", issue.job().organizationId());
        store.update(issue, IssueChange.read(body, assignee));
    }

    /** Removes an issue with its comments. */
    void delete(long id) {
        store.delete(access.require(id, "delete"));
    }
}
