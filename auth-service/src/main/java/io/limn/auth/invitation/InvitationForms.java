package io.limn.auth.invitation;

import io.limn.auth.membership.Membership;
import io.limn.auth.user.BasicUser;
import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.limn.common.api.Links;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts invitations together with their people. */
@ApplicationScoped
class InvitationForms {
    private final Invitations invitations;
    private final Users users;
    private final Links links;
    private final InvitationConfig config;

    InvitationForms(Invitations invitations, Users users, Links links, InvitationConfig config) {
        this.invitations = invitations;
        this.users = users;
        this.links = links;
        this.config = config;
    }

    /** Invitations of ids, in the same order. */
    List<InvitationForm> of(List<Long> ids) {
        var found = invitations.find(ids).stream().collect(Collectors.toMap(Invitation::id, Function.identity()));
        var people = people(found.values().stream().toList());
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(invitation -> form(invitation, people))
                .toList();
    }

    /** One invitation. */
    InvitationForm of(Invitation invitation) {
        return form(invitation, people(List.of(invitation)));
    }

    private Map<Long, User> people(List<Invitation> all) {
        return users.find(all.stream()
                .flatMap(invitation -> Stream.of(invitation.invitee(), invitation.owner()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private InvitationForm form(Invitation invitation, Map<Long, User> people) {
        var owner = people.get(invitation.owner());
        return new InvitationForm(
                invitation.key(),
                invitation.created(),
                owner == null ? null : BasicUser.of(owner, links),
                Membership.name(invitation.role()),
                BasicUser.of(people.get(invitation.invitee()), links),
                invitation.organization(),
                invitation.isExpired(config.life()),
                new InvitationForm.OrganizationInfo(invitation.organization(), invitation.slug()));
    }
}
