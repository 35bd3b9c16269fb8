package io.limn.auth.credential;

import io.limn.auth.user.User;
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

/** Registers new users. They are signed in at once, unless they have to confirm their address first. */
@Path("/api/auth/register")
@Produces(ApiJson.MEDIA_TYPE)
@PublicAccess
@RunOnVirtualThread
public class RegisterResource {
    private final Bodies bodies;
    private final RegistrationForm form;
    private final Registration registration;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final PermanentKeys keys;
    private final Verification verification;
    private final RequestThrottle throttle;
    private final ThrottleConfig limits;

    RegisterResource(
            Bodies bodies,
            RegistrationForm form,
            Registration registration,
            Passwords passwords,
            Sessions sessions,
            SessionCookies cookies,
            PermanentKeys keys,
            Verification verification,
            RequestThrottle throttle,
            ThrottleConfig limits) {
        this.bodies = bodies;
        this.form = form;
        this.registration = registration;
        this.passwords = passwords;
        this.sessions = sessions;
        this.cookies = cookies;
        this.keys = keys;
        this.verification = verification;
        this.throttle = throttle;
        this.limits = limits;
    }

    /**
     * Makes a user.
     *
     * @throws ApiException 400 with all that is wrong with the body, 429 after too many registrations
     */
    @POST
    public Response register(
            InputStream body, HttpServerRequest request, @CookieParam(SessionCookies.SESSION) String earlier) {
        var applicant = form.read(bodies.object(body));
        form.checkLikeness(applicant);
        throttle.enter("register", ClientAddress.of(request), limits.registrations(), limits.period());
        var user = registration.add(applicant, passwords.hash(applicant.password()));
        verification.ask(user);
        var answer = Response.status(201);
        if (verification.isAwaited(user)) {
            return answer.entity(Registered.of(user, null)).build();
        }
        var session = sessions.begin(user, earlier, Browser.of(request));
        return cookies.begin(answer.entity(Registered.of(user, keys.of(user))), session)
                .build();
    }

    /** The answer to a registration; without a key for who has to confirm his address first. */
    record Registered(
            String username,
            String email,
            String firstName,
            String lastName,
            boolean emailVerificationRequired,
            String key) {
        static Registered of(User user, String key) {
            var identity = user.identity();
            return new Registered(
                    identity.username(), identity.email(), identity.firstName(), identity.lastName(), key == null, key);
        }

        /** Never the key. */
        @Override
        public String toString() {
            return username;
        }
    }
}
