package io.limn.auth.password;

import io.limn.auth.credential.PasswordRules;
import io.limn.auth.user.User;
import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The two members of a body in which a new password is typed. */
@ApplicationScoped
class NewPasswordFields {
    static final int MOST = 128;
    private static final String SECOND = "new_password2";

    private final PasswordRules rules;

    NewPasswordFields(PasswordRules rules) {
        this.rules = rules;
    }

    /**
     * What was typed.
     *
     * @param first  in the first field
     * @param second in the second one
     */
    record Pair(String first, String second) {
        /** Never the passwords. */
        @Override
        public String toString() {
            return "Pair";
        }
    }

    /** Reads both; faults stand in the errors of the input. */
    static Pair read(Input input) {
        return new Pair(
                input.text("new_password1").required().most(MOST).value(),
                input.text(SECOND).required().most(MOST).value());
    }

    /**
     * The password.
     *
     * @throws ApiException 400 when the two differ, or the password is weak
     */
    String checked(Pair pair, User user) {
        if (!pair.first().equals(pair.second())) {
            throw ApiException.field(SECOND, "The two password fields didn’t match.");
        }
        List<String> faults = rules.faults(pair.second(), user.identity());
        if (!faults.isEmpty()) {
            throw ApiException.of(400, Map.of(SECOND, faults));
        }
        return pair.second();
    }
}
