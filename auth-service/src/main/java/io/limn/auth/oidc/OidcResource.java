package io.limn.auth.oidc;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.credential.Browser;
import io.limn.auth.credential.ClientAddress;
import io.limn.auth.credential.RequestThrottle;
import io.limn.auth.credential.SessionCookies;
import io.limn.auth.credential.Sessions;
import io.limn.auth.credential.ThrottleConfig;
import io.limn.common.api.ApiException;
import io.limn.common.identity.PublicAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Signs people in by an OpenID Connect provider: the authorization code flow, with PKCE. */
@Path("/api/auth/oidc")
@PublicAccess
@RunOnVirtualThread
public class OidcResource {
    private final AuthorizationLink link;
    private final Flows flows;
    private final CodeTrade trade;
    private final Accounts accounts;
    private final OidcCookie marks;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final RequestThrottle throttle;
    private final ThrottleConfig limits;
    private final Audit audit;

    OidcResource(
            AuthorizationLink link,
            Flows flows,
            CodeTrade trade,
            Accounts accounts,
            OidcCookie marks,
            Sessions sessions,
            SessionCookies cookies,
            RequestThrottle throttle,
            ThrottleConfig limits,
            Audit audit) {
        this.link = link;
        this.flows = flows;
        this.trade = trade;
        this.accounts = accounts;
        this.marks = marks;
        this.sessions = sessions;
        this.cookies = cookies;
        this.throttle = throttle;
        this.limits = limits;
        this.audit = audit;
    }

    /**
     * Sends a browser to the provider.
     *
     * @param next page of this site to go to in the end
     * @throws ApiException 404 when there is no provider, 429 after too many attempts, 503 when it does not answer
     */
    @GET
    @Path("login")
    public Response login(@QueryParam("next") String next, HttpServerRequest request) {
        link.check();
        throttle.enter("oidc", ClientAddress.of(request), limits.registrations(), limits.period());
        var flow = flows.begin(next);
        return to(link.of(flow))
                .header(HttpHeaders.SET_COOKIE, marks.begin(flow))
                .build();
    }

    /**
     * Takes a browser back from the provider and begins its session.
     *
     * @throws ApiException 400 when anything about the sign-in is not right, 403 when the person may not sign in
     */
    @GET
    @Path("callback")
    public Response callback(
            @QueryParam("code") String code,
            @QueryParam("state") String state,
            @QueryParam("iss") String issuer,
            @CookieParam(OidcCookie.NAME) String browser,
            @CookieParam(SessionCookies.SESSION) String earlier,
            HttpServerRequest request) {
        link.check();
        try {
            var flow = flows.end(state, browser)
                    .orElseThrow(() -> Refused.because("it was not begun here, or took too long"));
            link.checkIssuer(issuer);
            if (code == null) {
                throw Refused.because("the identity provider did not let you in");
            }
            var user = accounts.user(trade.person(code, flow));
            var session = sessions.begin(user, earlier, Browser.of(request));
            audit.record(AuditEntry.of("login").user(user.id()).with("by", "oidc"));
            return cookies.begin(to(flow.next()).header(HttpHeaders.SET_COOKIE, marks.end()), session)
                    .build();
        } catch (ApiException refused) {
            audit.recordRefusal(AuditEntry.of("login.failed").with("by", "oidc").with("status", refused.status()));
            throw refused;
        }
    }

    private static Response.ResponseBuilder to(String address) {
        return Response.status(302).header(HttpHeaders.LOCATION, address).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
