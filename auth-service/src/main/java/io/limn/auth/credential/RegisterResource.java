package io.limn.auth.credential;

import io.limn.common.api.ApiException;
import io.limn.common.api.ApiJson;
import io.limn.common.api.Bodies;
import io.limn.common.identity.PublicAccess;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Registers new users, who are signed in at once. */
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

    RegisterResource(
            Bodies bodies,
            RegistrationForm form,
            Registration registration,
            Passwords passwords,
            Sessions sessions,
            SessionCookies cookies,
            PermanentKeys keys) {
        this.bodies = bodies;
        this.form = form;
        this.registration = registration;
        this.passwords = passwords;
        this.sessions = sessions;
        this.cookies = cookies;
        this.keys = keys;
    }

    /**
     * Makes a user and begins his session.
     *
     * @throws ApiException 400 with all that is wrong with the body
     */
    @POST
    public Response register(InputStream body, @CookieParam(SessionCookies.SESSION) String earlier) {
        var applicant = form.read(bodies.object(body));
        form.checkLikeness(applicant);
        var user = registration.add(applicant, passwords.hash(applicant.password()));
        var session = sessions.begin(user, earlier);
        var identity = user.identity();
        var answer = new Registered(
                identity.username(), identity.email(), identity.firstName(), identity.lastName(), false, keys.of(user));
        return cookies.begin(Response.status(201).entity(answer), session).build();
    }

    /** The answer to a registration. */
    record Registered(
            String username,
            String email,
            String firstName,
            String lastName,
            boolean emailVerificationRequired,
            String key) {
        /** Never the key. */
        @Override
        public String toString() {
            return username;
        }
    }
}
