package io.limn.task.issue;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.identity.Caller;
import io.limn.task.people.Ids;
import io.limn.task.people.People;
import jakarta.enterprise.context.ApplicationScoped;

/** What may be done with comments: permission first, then what the body says, then the change. */
@ApplicationScoped
class Comments {
    private final CommentAccess access;
    private final CommentStore store;
    private final People people;
    private final Caller caller;

    Comments(CommentAccess access, CommentStore store, People people, Caller caller) {
        this.access = access;
        this.store = store;
        this.people = people;
        this.caller = caller;
    }

    /**
     * Comments on an issue.
     *
     * @return the id of the comment
     * @throws ApiException 400 or 403
     */
    long create(Input body) {
        var issue = access.requireIssue(Ids.read(body, "issue"));
        var message = body.text("message").or("");
        body.check();
        people.remember(caller.principal());
        return store.create(issue, message, caller.principal().id());
    }

    /**
     * Changes the text of a comment.
     *
     * @throws ApiException 404, 403 or 400
     */
    void update(long id, Input body) {
        access.require(id, "view");
        var comment = access.require(id, "update");
        var message = body.text("message").value();
        body.check();
        store.update(comment, message);
    }

    /** Removes a comment. */
    void delete(long id) {
        store.delete(access.require(id, "delete"));
    }
}
