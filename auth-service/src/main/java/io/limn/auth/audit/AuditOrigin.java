package io.limn.auth.audit;

import io.limn.auth.credential.ClientAddress;
import io.limn.common.identity.Caller;
import io.limn.common.identity.Principal;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Who sent the request at hand, and from where. */
@ApplicationScoped
class AuditOrigin {
    /**
     * What is known of a request.
     *
     * @param actor     the caller, {@code null} for nobody known
     * @param token     the access token in use, {@code null} for none
     * @param address   of the client, {@code null} when it is not known
     * @param requestId id of the request, {@code null} for none
     */
    record Origin(Long actor, Long token, String address, String requestId) {
        static final Origin NONE = new Origin(null, null, null, null);
    }

    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_ID = 100;

    private final Caller caller;
    private final CurrentVertxRequest request;

    AuditOrigin(Caller caller, CurrentVertxRequest request) {
        this.caller = caller;
        this.request = request;
    }

    /** Of the request at hand; nothing is known outside of requests. */
    Origin current() {
        if (!Arc.container().requestContext().isActive()) {
            return Origin.NONE;
        }
        var routing = request.getCurrent();
        var user = caller.user();
        return new Origin(
                user.map(Principal::id).orElse(null),
                user.map(Principal::tokenId).orElse(null),
                routing == null ? null : most(LONGEST_ADDRESS, ClientAddress.of(routing.request())),
                most(LONGEST_ID, caller.requestId()));
    }

    private static String most(int length, String text) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
