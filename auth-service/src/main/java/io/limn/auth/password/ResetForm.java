package io.limn.auth.password;

import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads the body with which a forgotten password is replaced. */
@ApplicationScoped
class ResetForm {
    private static final String INVALID = "Invalid value";
    private static final int BASE = 36;

    private final Users users;
    private final ResetTokens tokens;
    private final NewPasswordFields fields;

    ResetForm(Users users, ResetTokens tokens, NewPasswordFields fields) {
        this.users = users;
        this.tokens = tokens;
        this.fields = fields;
    }

    /**
     * What was asked for.
     *
     * @param user     whose password it is
     * @param token    the secret of the mail
     * @param password the new one, in clear
     */
    record Wish(User user, String token, String password) {
        /** Never the secrets. */
        @Override
        public String toString() {
            return "Wish";
        }
    }

    /**
     * Reads a body.
     *
     * @throws ApiException 400 with what is wrong
     */
    Wish read(Input input) {
        var pair = NewPasswordFields.read(input);
        var uid = input.text("uid").required().value();
        var token = input.text("token").required().value();
        input.check();
        var user = user(uid).filter(User::isActive).orElseThrow(() -> ApiException.field("uid", INVALID));
        if (!tokens.isGood(user, token)) {
            throw badToken();
        }
        return new Wish(user, token, fields.checked(pair, user));
    }

    private Optional<User> user(String uid) {
        try {
            return users.find(Long.parseLong(uid, BASE));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** The refusal of a secret that is not, or not any more, good. */
    static ApiException badToken() {
        return ApiException.field("token", INVALID);
    }
}
