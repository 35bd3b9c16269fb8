package io.limn.auth.invitation;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.membership.Membership;
import io.limn.auth.membership.Memberships;
import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import io.limn.common.api.conditional.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What invited people answer. */
@ApplicationScoped
class InvitationAnswers {
    private final Memberships memberships;
    private final InvitationConfig config;
    private final Audit audit;
    private final Precondition precondition;
    private final InvitationForms forms;

    InvitationAnswers(
            Memberships memberships,
            InvitationConfig config,
            Audit audit,
            Precondition precondition,
            InvitationForms forms) {
        this.memberships = memberships;
        this.config = config;
        this.audit = audit;
        this.precondition = precondition;
        this.forms = forms;
    }

    /**
     * Makes the membership active.
     *
     * @param again whether it is no fault that it is active already
     * @throws ApiException 400 when the invitation is expired or accepted already, 412 when the client knows another
     *                      version
     */
    @Transactional
    void accept(Invitation invitation, boolean again) {
        var membership = lock(invitation);
        precondition.require(() -> forms.of(invitation));
        if (membership.active() && again) {
            return;
        }
        if (Boolean.TRUE.equals(invitation.isExpired(config.life()))) {
            throw ApiException.of(400, "Your invitation is expired. Please contact organization owner to renew it.");
        }
        if (membership.active()) {
            throw ApiException.of(400, "Your invitation is already accepted.");
        }
        memberships.activate(membership.id(), Timestamps.now());
        audit.record(AuditEntry.of("invitation.accepted")
                .user(invitation.invitee())
                .organization(invitation.organization()));
    }

    /** Ends the membership, also an active one, and the invitation with it. */
    @Transactional
    void decline(Invitation invitation) {
        memberships.remove(lock(invitation));
        audit.record(AuditEntry.of("invitation.declined")
                .user(invitation.invitee())
                .organization(invitation.organization()));
    }

    private Membership lock(Invitation invitation) {
        return memberships.lock(invitation.membership()).orElseThrow(() -> ApiException.notFound("Invitation"));
    }
}
