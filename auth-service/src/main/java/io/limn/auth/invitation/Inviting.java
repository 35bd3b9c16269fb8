package io.limn.auth.invitation;

import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;

/** Invites people: rows first, then the mail, for which no transaction waits. */
@ApplicationScoped
class Inviting {
    private final InvitationRows rows;
    private final Invitations invitations;
    private final InvitationMail mail;

    Inviting(InvitationRows rows, Invitations invitations, InvitationMail mail) {
        this.rows = rows;
        this.invitations = invitations;
        this.mail = mail;
    }

    /**
     * Makes an invitation and sends it. One that cannot be sent leaves nothing behind.
     *
     * @throws ApiException 400 for a member, 503 when the mail server does not take it
     */
    Invitation invite(InvitationOffer offer, long organization, long owner) {
        var invitation = rows.add(offer, organization, owner);
        if (invitation.accepted() || invitation.sent() != null) {
            return invitation;
        }
        try {
            mail.send(invitation);
        } catch (RuntimeException failure) {
            rows.takeBack(invitation);
            throw failure;
        }
        return sent(invitation);
    }

    /**
     * Sends an invitation again, which renews it.
     *
     * @throws ApiException 400 when it is accepted already, 503 when the mail server does not take it
     */
    void resend(Invitation invitation) {
        if (invitation.accepted()) {
            throw ApiException.of(400, "This invitation is already accepted.");
        }
        if (mail.isPossible()) {
            mail.send(invitation);
        }
        sent(invitation);
    }

    private Invitation sent(Invitation invitation) {
        rows.sent(invitation);
        return invitations.ofMembership(invitation.membership()).orElseThrow(() -> ApiException.notFound("Invitation"));
    }
}
