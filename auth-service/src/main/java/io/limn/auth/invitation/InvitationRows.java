package io.limn.auth.invitation;

import io.limn.auth.audit.Audit;
import io.limn.auth.audit.AuditEntry;
import io.limn.auth.credential.InvitedUsers;
import io.limn.auth.credential.RandomText;
import io.limn.auth.membership.Membership;
import io.limn.auth.membership.Memberships;
import io.limn.auth.user.User;
import io.limn.common.api.ApiException;
import io.limn.common.api.Timestamps;
import io.limn.common.api.conditional.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Writes what an invitation is made of, and takes it back, each in a transaction of its own. */
@ApplicationScoped
class InvitationRows {
    private static final int KEY_LENGTH = 64;

    /** An invitation that has not been sent for so long was interrupted, and may be made anew. */
    private static final Duration INTERRUPTED = Duration.ofMinutes(2);

    private final EntityManager database;
    private final Invitations invitations;
    private final Memberships memberships;
    private final InvitedUsers people;
    private final InvitationMail mail;
    private final InvitationConfig config;
    private final Audit audit;
    private final Precondition precondition;

    InvitationRows(
            EntityManager database,
            Invitations invitations,
            Memberships memberships,
            InvitedUsers people,
            InvitationMail mail,
            InvitationConfig config,
            Audit audit,
            Precondition precondition) {
        this.database = database;
        this.invitations = invitations;
        this.memberships = memberships;
        this.people = people;
        this.mail = mail;
        this.config = config;
        this.audit = audit;
        this.precondition = precondition;
    }

    /**
     * Makes an invitation: a registered user is a member at once, unless he must confirm. Where no mail can be sent the
     * invitation counts as sent: the invited person sees it when he signs in.
     *
     * @throws ApiException 400 for a member, 404 when the organization is gone
     */
    @Transactional
    Invitation add(InvitationOffer offer, long organization, long owner) {
        holdOrganization(organization);
        var now = Timestamps.now();
        var invitee = people.of(offer.email());
        boolean atOnce = !config.confirm() && !invitee.isDummy();
        clearInterrupted(invitee, organization, now);
        long membership = memberships
                .add(invitee.id(), organization, offer.role(), atOnce ? now : null)
                .orElseThrow(() -> ApiException.rule("The user is a member of the organization already."));
        var sent = atOnce || mail.isPossible() ? null : now;
        invitations.add(RandomText.alphanumeric(KEY_LENGTH), membership, owner, now, sent);
        audit.record(AuditEntry.of("invitation.created")
                .user(invitee.id())
                .organization(organization)
                .with("role", Membership.name(offer.role())));
        return invitations.ofMembership(membership).orElseThrow();
    }

    private void holdOrganization(long organization) {
        var held = database.createNativeQuery("SELECT id FROM organization WHERE id = :id FOR KEY SHARE", Long.class)
                .setParameter("id", organization)
                .getResultList();
        if (held.isEmpty()) {
            throw ApiException.detail(404, organization + " organization does not exist.");
        }
    }

    /** A membership that is neither active nor offered to anybody stands in the way of a new invitation. */
    private void clearInterrupted(User invitee, long organization, Instant now) {
        memberships.ofUser(invitee.id()).stream()
                .filter(found -> found.organization() == organization && !found.active())
                .filter(found -> isInterrupted(found, now))
                .forEach(memberships::remove);
    }

    private boolean isInterrupted(Membership membership, Instant now) {
        return invitations
                .ofMembership(membership.id())
                .map(found -> found.sent() == null
                        && found.created().plus(INTERRUPTED).isBefore(now))
                .orElse(true);
    }

    /** Notes that an invitation was sent, and may be accepted from now on for its whole life. */
    @Transactional
    void sent(Invitation invitation) {
        invitations.sent(invitation.id(), Timestamps.now());
        audit.record(
                AuditEntry.of("invitation.sent").user(invitation.invitee()).organization(invitation.organization()));
    }

    /** Takes an invitation back that could not be sent, with what was made for it. */
    @Transactional
    void takeBack(Invitation invitation) {
        memberships
                .lock(invitation.membership())
                .filter(membership -> !membership.active())
                .ifPresent(memberships::remove);
        people.forget(invitation.invitee());
    }

    /**
     * Removes an invitation; the membership stays.
     *
     * @param form what is answered of an invitation
     * @throws ApiException 404 when it is gone meanwhile, 412 when the client knows another version
     */
    @Transactional
    void remove(Invitation invitation, Function<Invitation, ?> form) {
        memberships.lock(invitation.membership());
        precondition.require(() -> form.apply(invitations
                .ofMembership(invitation.membership())
                .orElseThrow(() -> ApiException.notFound("Invitation"))));
        invitations.remove(invitation.id());
        audit.record(
                AuditEntry.of("invitation.deleted").user(invitation.invitee()).organization(invitation.organization()));
    }
}
