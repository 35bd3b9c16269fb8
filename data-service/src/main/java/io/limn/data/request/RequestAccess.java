package io.limn.data.request;

import io.limn.common.api.ApiException;
import io.limn.common.identity.Caller;
import io.limn.data.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may see and cancel a request. */
@ApplicationScoped
public class RequestAccess {
    private final Caller caller;
    private final Tasks tasks;

    RequestAccess(Caller caller, Tasks tasks) {
        this.caller = caller;
        this.tasks = tasks;
    }

    /**
     * Lets pass who may see a request: its owner and administrators, and whoever sees its target unless the request is
     * private.
     *
     * @throws ApiException 403 for others, 400 when the target is gone
     */
    void requireView(Request request) {
        if (request.confidential()) {
            requireOwner(request);
            return;
        }
        var answer = tasks.view(request.target(), request.targetId());
        if (answer.status() == 404) {
            var model = Character.toUpperCase(request.target().charAt(0))
                    + request.target().substring(1);
            throw ApiException.rule(model + " matching query does not exist.");
        }
        answer.orRelay();
    }

    /**
     * Lets pass the owner and administrators.
     *
     * @throws ApiException 403 for others
     */
    void requireOwner(Request request) {
        var principal = caller.principal();
        if (!principal.isAdmin() && principal.id() != request.userId()) {
            throw ApiException.forbidden();
        }
    }
}
