package io.limn.auth.credential;

import io.limn.common.api.ApiJson;
import io.limn.common.identity.Caller;
import io.limn.common.identity.Principal;
import io.limn.common.identity.PublicAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Signs out: the session of the request and the permanent key of the caller end. No error for anybody. */
@Path("/api/auth/logout")
@Produces(ApiJson.MEDIA_TYPE)
@PublicAccess
@RunOnVirtualThread
public class LogoutResource {
    private final Caller caller;
    private final SignOut signOut;
    private final SessionCookies cookies;

    LogoutResource(Caller caller, SignOut signOut, SessionCookies cookies) {
        this.caller = caller;
        this.signOut = signOut;
        this.cookies = cookies;
    }

    /** Signs out. */
    @POST
    public Response logout(@CookieParam(SessionCookies.SESSION) String session) {
        signOut.of(caller.user().map(Principal::id).orElse(null), session);
        var answer = Response.ok(Map.of("detail", "Successfully logged out."));
        return (session == null ? answer : cookies.end(answer)).build();
    }
}
