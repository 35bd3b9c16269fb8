package io.limn.auth.credential;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.limn.common.api.ApiException;
import io.limn.common.api.Bodies;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the body of a sign-in. The refusals differ in shape and wording, as clients know them from the CVAT API. */
@ApplicationScoped
class LoginForm {
    private static final String INCOMPLETE = "Must include either \"username\" or \"email\" and \"password\".";

    private final Users users;
    private final SignIn signIn;

    LoginForm(Users users, SignIn signIn) {
        this.users = users;
        this.signIn = signIn;
    }

    /**
     * Who signs in.
     *
     * @param address of the client, {@code null} when it is not known
     * @throws ApiException 400 for a wrong pair, 429 after too many of them
     */
    User user(JsonNode body, String address) {
        if (!body.isObject()) {
            throw ApiException.rule(INCOMPLETE);
        }
        var input = Bodies.object(body);
        var password = input.text("password").nullable().blank().or("");
        var username = input.text("username").nullable().blank().or("");
        input.check();
        var email = email(body.path("email"));
        if (password.isEmpty() || username.isEmpty() && email.isEmpty()) {
            throw ApiException.rule(INCOMPLETE);
        }
        var user = email.isEmpty()
                ? signIn.check(username, password, address)
                : signIn.check(only(email), password, address);
        return user.orElseThrow(() -> ApiException.body("Unable to log in with provided credentials."));
    }

    /** An address that is none is treated as one that nobody has. */
    private static String email(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.asText("?").strip();
    }

    private User only(String email) {
        var found = users.byEmail(email);
        if (found.size() != 1) {
            throw ApiException.rule("Unable to login with provided credentials");
        }
        return found.getFirst();
    }
}
