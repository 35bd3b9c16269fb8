package io.limn.auth.verification;

import io.limn.auth.mail.Letter;
import io.limn.auth.mail.Mails;
import io.limn.auth.mail.Site;
import io.limn.auth.user.User;
import io.limn.auth.verification.VerificationConfig.Mode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Asks people to confirm their e-mail address, and says who cannot sign in before. */
@ApplicationScoped
public class Verification {
    private static final Logger LOG = Logger.getLogger(Verification.class);

    private final VerificationConfig config;
    private final Confirmations confirmations;
    private final Mails mails;
    private final Site site;

    Verification(VerificationConfig config, Confirmations confirmations, Mails mails, Site site) {
        this.config = config;
        this.confirmations = confirmations;
        this.mails = mails;
        this.site = site;
    }

    void atStart(@Observes StartupEvent start) {
        if (isUsed() && !mails.isConfigured()) {
            LOG.warn("Nobody can confirm an e-mail address, as limn.auth.email.verification asks for: no mails are sent"
                    + " without limn.mail.host and limn.site");
        }
    }

    /** Whether addresses are confirmed at all. */
    boolean isUsed() {
        return config.verification() != Mode.NONE;
    }

    /** Whether nobody registers without an address. */
    public boolean demandsAddress() {
        return config.verification() == Mode.MANDATORY || config.required().orElse(false);
    }

    /** Whether a user has to confirm his address before he can sign in. Who has none has nothing to confirm. */
    public boolean isAwaited(User user) {
        return config.verification() == Mode.MANDATORY
                && !user.isVerified()
                && !user.identity().email().isEmpty();
    }

    /** Mails a link to a user whose address is not confirmed, unless his address got one just now. */
    public void ask(User user) {
        var address = user.identity().email();
        if (isUsed() && !user.isVerified() && !address.isEmpty() && mails.isConfigured()) {
            confirmations.issue(user).ifPresent(key -> mails.sendLater(letter(user, key)));
        }
    }

    private Letter letter(User user, String key) {
        var text = """
                Hello,

                somebody registered the account %s with this e-mail address.
                If it was you, confirm the address here:

                %s

                If it was not you, nothing has to be done.
                """.formatted(user.identity().username(), site.link("/api/auth/account-confirm-email/" + key + "/"));
        return new Letter(user.identity().email(), "Please Confirm Your E-mail Address", text);
    }
}
