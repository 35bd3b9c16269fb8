package io.limn.auth.password;

import io.limn.auth.credential.ClientAddress;
import io.limn.auth.credential.EmailAddress;
import io.limn.auth.credential.RequestThrottle;
import io.limn.auth.credential.ThrottleConfig;
import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.identity.PublicAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.util.Map;

/** Replaces forgotten passwords: a link goes out by mail, and who follows it chooses a new one. */
@Path("/api/auth/password/reset")
@Produces(ApiJson.MEDIA_TYPE)
@PublicAccess
@RunOnVirtualThread
public class PasswordResetResource {
    private final Bodies bodies;
    private final RequestThrottle throttle;
    private final ThrottleConfig limits;
    private final ResetMails mails;
    private final ResetForm form;
    private final ResetTokens tokens;
    private final NewPasswords passwords;

    PasswordResetResource(
            Bodies bodies,
            RequestThrottle throttle,
            ThrottleConfig limits,
            ResetMails mails,
            ResetForm form,
            ResetTokens tokens,
            NewPasswords passwords) {
        this.bodies = bodies;
        this.throttle = throttle;
        this.limits = limits;
        this.mails = mails;
        this.form = form;
        this.tokens = tokens;
        this.passwords = passwords;
    }

    /**
     * Mails a link to everybody who has an address. The answer is the same for addresses that nobody has.
     *
     * @throws ApiException 400 when the body has no address, 429 after too many requests
     */
    @POST
    public Map<String, String> ask(InputStream body, HttpServerRequest request) {
        var input = bodies.object(body);
        var email = input.member("email", EmailAddress::read).required().value();
        input.check();
        throttle.enter("reset", ClientAddress.of(request), limits.resets(), limits.period());
        mails.sendTo(email);
        return Map.of("detail", "Password reset e-mail has been sent.");
    }

    /**
     * Sets a new password; all sessions of the user end.
     *
     * @throws ApiException 400 when the link is void or the password weak
     */
    @POST
    @Path("confirm")
    public Map<String, String> confirm(InputStream body) {
        var wish = form.read(bodies.object(body));
        if (!passwords.reset(wish.user(), wish.password(), () -> tokens.use(wish.user(), wish.token()))) {
            throw ResetForm.badToken();
        }
        return Map.of("detail", "Password has been reset with the new password.");
    }
}
