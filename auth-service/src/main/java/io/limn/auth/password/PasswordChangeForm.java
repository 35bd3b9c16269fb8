package io.limn.auth.password;

import io.limn.auth.credential.SignIn;
import io.limn.auth.user.User;
import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the body of a password change. */
@ApplicationScoped
class PasswordChangeForm {
    static final String WRONG = "Your old password was entered incorrectly. Please enter it again.";

    private final SignIn signIn;
    private final NewPasswordFields fields;

    PasswordChangeForm(SignIn signIn, NewPasswordFields fields) {
        this.signIn = signIn;
        this.fields = fields;
    }

    /**
     * The new password, in clear.
     *
     * @param address of the client, {@code null} when it is not known
     * @throws ApiException 400 with all that is wrong, 429 after too many wrong old passwords
     */
    String read(Input input, User user, String address) {
        var old = input.text("old_password")
                .required()
                .most(NewPasswordFields.MOST)
                .value();
        if (old != null && signIn.check(user, old, address).isEmpty()) {
            input.errors().add("old_password", WRONG);
        }
        var pair = NewPasswordFields.read(input);
        input.check();
        return fields.checked(pair, user);
    }
}
