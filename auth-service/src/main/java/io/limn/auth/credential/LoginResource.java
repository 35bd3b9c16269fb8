package io.limn.auth.credential;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.verification.Verification;
import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.identity.PublicAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;

/** Signs in by name or e-mail address and password: the answer has the permanent key and the cookies of a session. */
@Path("/api/auth/login")
@Produces(ApiJson.MEDIA_TYPE)
@PublicAccess
@RunOnVirtualThread
public class LoginResource {
    private final Bodies bodies;
    private final LoginForm form;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final PermanentKeys keys;
    private final Verification verification;
    private final Audit audit;

    LoginResource(
            Bodies bodies,
            LoginForm form,
            Sessions sessions,
            SessionCookies cookies,
            PermanentKeys keys,
            Verification verification,
            Audit audit) {
        this.bodies = bodies;
        this.form = form;
        this.sessions = sessions;
        this.cookies = cookies;
        this.keys = keys;
        this.verification = verification;
        this.audit = audit;
    }

    /**
     * Begins a session, in place of the one that the browser had.
     *
     * @throws ApiException 400 for a wrong pair and for an address that is still to be confirmed, 429 after too many of them
     */
    @POST
    public Response login(
            InputStream body, HttpServerRequest request, @CookieParam(SessionCookies.SESSION) String earlier) {
        var user = form.user(bodies.any(body), ClientAddress.of(request));
        if (verification.isAwaited(user)) {
            verification.ask(user);
            throw ApiException.text(400, "Unverified email");
        }
        var session = sessions.begin(user, earlier, Browser.of(request));
        audit.record(AuditEntry.of("login").user(user.id()));
        return cookies.begin(Response.ok(Map.of("key", keys.of(user))), session).build();
    }
}
