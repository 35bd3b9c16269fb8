package io.limn.auth.verification;

import io.limn.common.api.ApiException;
import io.limn.common.identity.Caller;
import io.limn.common.identity.PublicAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Where the links of mails that confirm an address lead to. */
@Path("/api/auth/account-confirm-email/{key}")
@PublicAccess
@RunOnVirtualThread
public class ConfirmEmailResource {
    private final Verification verification;
    private final Confirmations confirmations;
    private final Caller caller;

    ConfirmEmailResource(Verification verification, Confirmations confirmations, Caller caller) {
        this.verification = verification;
        this.confirmations = confirmations;
        this.caller = caller;
    }

    /**
     * Confirms an address, and sends the browser to a page that says so.
     *
     * @throws ApiException 404 when addresses are not confirmed here
     */
    @GET
    public Response confirm(@PathParam("key") String key) {
        if (!verification.isUsed()) {
            throw ApiException.notFound();
        }
        if (!confirmations.confirm(key)) {
            return to("/auth/incorrect-email-confirmation");
        }
        return to(caller.isAnonymous() ? "/auth/email-confirmation" : "/");
    }

    private static Response to(String page) {
        return Response.status(302).header(HttpHeaders.LOCATION, page).build();
    }
}
