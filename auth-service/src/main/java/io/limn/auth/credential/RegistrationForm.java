package io.limn.auth.credential;

import io.limn.auth.user.Identity;
import io.limn.auth.user.Users;
import io.limn.auth.verification.Verification;
import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Reads the body of a registration and states what is wrong with it. */
@ApplicationScoped
class RegistrationForm {
    private static final int SHORTEST_NAME = 5;
    private static final int LONGEST_PASSWORD = 4096;
    static final String TAKEN = "A user is already registered with this e-mail address.";

    private final Users users;
    private final PasswordRules rules;
    private final Verification verification;

    RegistrationForm(Users users, PasswordRules rules, Verification verification) {
        this.users = users;
        this.rules = rules;
        this.verification = verification;
    }

    /**
     * Who wants to register.
     *
     * @param identity names and address
     * @param password in clear
     */
    record Applicant(Identity identity, String password) {
        /** Never the password. */
        @Override
        public String toString() {
            return identity.username();
        }
    }

    /**
     * Reads a body.
     *
     * @throws ApiException 400 with all that is wrong
     */
    Applicant read(Input input) {
        var username = username(input);
        var member = input.member("email", EmailAddress::read);
        var email = (verification.demandsAddress() ? member.required() : member)
                .most(254)
                .demand(address -> !users.isVerified(address), TAKEN)
                .or("");
        var password = input.text("password1").required().most(LONGEST_PASSWORD).value();
        if (password != null) {
            rules.faults(password).forEach(fault -> input.errors().add("password1", fault));
        }
        var repeated = input.text("password2").required().value();
        var firstName = input.text("first_name").most(150).or("");
        var lastName = input.text("last_name").most(150).or("");
        input.check();
        if (!password.equals(repeated)) {
            throw ApiException.body("The two password fields didn't match.");
        }
        return new Applicant(new Identity(username, email, firstName, lastName), password);
    }

    private String username(Input input) {
        return Usernames.read(input, SHORTEST_NAME)
                .required()
                .demand(name -> !users.isTaken(name), "A user with that username already exists.")
                .value();
    }

    /**
     * Refuses a password that is like the names of its person.
     *
     * @throws ApiException 400
     */
    void checkLikeness(Applicant applicant) {
        List<String> faults = rules.faults(applicant.password(), applicant.identity());
        if (!faults.isEmpty()) {
            throw ApiException.of(400, Map.of("non_field_errors", faults));
        }
    }
}
