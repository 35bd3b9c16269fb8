package io.limn.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.auth.user.Identity;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {
    private static final Identity ADA = new Identity("adalovelace", "ada.byron@example.org", "Augusta", "Lovelace");
    private final PasswordRules rules = new PasswordRules();

    @Test
    void aGoodPasswordHasNoFault() {
        assertThat(rules.faults("Zq7!4419-8362", ADA)).isEmpty();
    }

    @Test
    void theFirstLikenessIsNamed() {
        assertThat(rules.faults("AdaLovelace1", ADA)).containsExactly("The password is too similar to the username.");
        assertThat(rules.faults("augusta11", ADA)).containsExactly("The password is too similar to the first name.");
        assertThat(rules.faults("example.org", ADA))
                .containsExactly("The password is too similar to the email address.");
    }

    @Test
    void likenessComesBeforeTheOtherFaults() {
        assertThat(rules.faults("augusta", ADA))
                .containsExactly(
                        "The password is too similar to the first name.",
                        "This password is too short. It must contain at least 8 characters.");
    }

    @Test
    void commonPasswordsAreKnownInAnyCase() {
        assertThat(rules.faults("PassWord123")).containsExactly("This password is too common.");
    }
}
