package io.limn.auth.password;

import io.limn.auth.credential.RequestThrottle;
import io.limn.auth.credential.ThrottleConfig;
import io.limn.auth.mail.Letter;
import io.limn.auth.mail.MailFailedException;
import io.limn.auth.mail.Mails;
import io.limn.auth.mail.Site;
import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Mails to people who forgot their password. All of it happens in the background, so that the answer to who asked takes
 * the same time whether somebody has the address or not.
 */
@ApplicationScoped
class ResetMails {
    private static final Logger LOG = Logger.getLogger(ResetMails.class);
    private static final int BASE = 36;

    private final Users users;
    private final ResetTokens tokens;
    private final Mails mails;
    private final Site site;
    private final RequestThrottle throttle;
    private final ThrottleConfig limits;

    ResetMails(
            Users users, ResetTokens tokens, Mails mails, Site site, RequestThrottle throttle, ThrottleConfig limits) {
        this.users = users;
        this.tokens = tokens;
        this.mails = mails;
        this.site = site;
        this.throttle = throttle;
        this.limits = limits;
    }

    /** Mails everybody who has an address, sooner or later. */
    void sendTo(String email) {
        Thread.ofVirtual().name("password-reset").start(() -> {
            try {
                mail(email);
            } catch (MailFailedException failure) {
                LOG.warnf("%s: %s", failure.getMessage(), failure.getCause());
            } catch (RuntimeException fault) {
                LOG.error("A mail that resets a password was not sent", fault);
            }
        });
    }

    private void mail(String email) {
        if (!mails.isConfigured()) {
            LOG.warn("Somebody forgot a password, but no mails are sent: limn.mail.host or limn.site is not set");
            return;
        }
        if (!throttle.admits("reset mail", email, limits.resetMails(), limits.period())) {
            return;
        }
        for (var user : QuarkusTransaction.requiringNew().call(() -> recipients(email))) {
            mails.send(letter(user, tokens.issue(user)));
        }
    }

    /** Users without a password of ours sign in elsewhere, or have yet to register. */
    private List<User> recipients(String email) {
        return users.byEmail(email).stream()
                .filter(user -> user.isActive() && user.hasPassword())
                .toList();
    }

    private Letter letter(User user, String token) {
        var link = site.link("/auth/password/reset/confirm?uid=" + Long.toString(user.id(), BASE) + "&token=" + token);
        var text = """
                Hello,

                somebody asked for a new password of the account %s.
                If it was you, choose one here:

                %s

                The link works once, for some days, and until you sign in. If it was not you, nothing has to be done.
                """.formatted(user.identity().username(), link);
        return new Letter(user.identity().email(), "Password Reset E-mail", text);
    }
}
