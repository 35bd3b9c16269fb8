package io.limn.auth.invitation;

import io.limn.auth.mail.Letter;
import io.limn.auth.mail.MailFailedException;
import io.limn.auth.mail.Mails;
import io.limn.auth.mail.Site;
import io.limn.auth.membership.Membership;
import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/** Tells people by mail that they are invited. */
@ApplicationScoped
class InvitationMail {
    private static final Logger LOG = Logger.getLogger(InvitationMail.class);
    private static final String TEXT = """
            Hello,

            %s invites you to join the organization %s as %s.

            To answer, sign in or register with this address:
            %s

            If you do not know what this is about, do nothing: the invitation ends by itself.
            """;

    private final Mails mails;
    private final Site site;
    private final Users users;

    InvitationMail(Mails mails, Site site, Users users) {
        this.mails = mails;
        this.site = site;
        this.users = users;
    }

    /** Whether mails can be sent at all. Where they cannot, people see their invitations when they sign in. */
    boolean isPossible() {
        return mails.isConfigured();
    }

    /**
     * Sends an invitation. Not to be called within a transaction.
     *
     * @throws ApiException 503 when the mail server does not take it
     */
    void send(Invitation invitation) {
        var invitee = users.find(invitation.invitee()).orElseThrow(() -> ApiException.notFound("Invitation"));
        try {
            mails.send(letter(invitation, invitee));
        } catch (MailFailedException failure) {
            LOG.warnf("%s: %s", failure.getMessage(), failure.getCause());
            throw ApiException.detail(503, "The invitation could not be sent by mail. Please try again later.");
        }
    }

    private Letter letter(Invitation invitation, User invitee) {
        var email = invitee.identity().email();
        var link = site.link("/auth/login?email=" + encoded(email) + "&invitation=" + encoded(invitation.key()));
        return new Letter(
                email,
                "You're invited to join the " + invitation.slug() + " organization in CVAT!",
                TEXT.formatted(inviter(invitation), invitation.slug(), Membership.name(invitation.role()), link));
    }

    private String inviter(Invitation invitation) {
        return users.find(invitation.owner())
                .map(user -> user.identity().username())
                .orElse("Somebody");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
