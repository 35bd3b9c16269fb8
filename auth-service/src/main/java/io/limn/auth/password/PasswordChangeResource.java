package io.limn.auth.password;

import io.limn.auth.credential.ClientAddress;
import io.limn.auth.credential.SessionCookies;
import io.limn.auth.user.Users;
import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.identity.Caller;
import io.limn.common.identity.Principal.SignIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;

/** Lets a user change his password. Access tokens cannot: who found one must not lock its owner out. */
@Path("/api/auth/password/change")
@Produces(ApiJson.MEDIA_TYPE)
@RunOnVirtualThread
public class PasswordChangeResource {
    private final Caller caller;
    private final Bodies bodies;
    private final Users users;
    private final PasswordChangeForm form;
    private final NewPasswords passwords;
    private final SessionCookies cookies;

    PasswordChangeResource(
            Caller caller,
            Bodies bodies,
            Users users,
            PasswordChangeForm form,
            NewPasswords passwords,
            SessionCookies cookies) {
        this.caller = caller;
        this.bodies = bodies;
        this.users = users;
        this.form = form;
        this.passwords = passwords;
        this.cookies = cookies;
    }

    /**
     * Changes the password of the caller. His other sessions end; the one at hand goes on under another id.
     *
     * @throws ApiException 400 with all that is wrong with the body, 429 after too many wrong passwords
     */
    @POST
    public Response change(
            InputStream body, HttpServerRequest request, @CookieParam(SessionCookies.SESSION) String session) {
        var principal = caller.principal();
        if (principal.signIn() == SignIn.ACCESS_TOKEN) {
            throw ApiException.unauthenticated();
        }
        var user =
                users.find(principal.id()).orElseThrow(() -> ApiException.unauthenticated("User inactive or deleted."));
        var password = form.read(bodies.object(body), user, ClientAddress.of(request));
        var own = principal.signIn() == SignIn.SESSION ? session : null;
        var renewed = passwords.change(user, password, own);
        var answer = Response.ok(Map.of("detail", "New password has been saved."));
        renewed.ifPresent(id -> cookies.renew(answer, id));
        return answer.build();
    }
}
