package io.limn.auth.membership;

import io.limn.auth.user.Users;
import io.limn.common.api.Links;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts memberships together with their people. */
@ApplicationScoped
class MembershipForms {
    private final Memberships memberships;
    private final Users users;
    private final Links links;

    MembershipForms(Memberships memberships, Users users, Links links) {
        this.memberships = memberships;
        this.users = users;
        this.links = links;
    }

    /** Memberships of ids, in the same order. */
    List<MembershipForm> of(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = memberships.find(ids).stream().collect(Collectors.toMap(Membership::id, Function.identity()));
        var people = users.find(
                found.values().stream().map(Membership::user).distinct().toList());
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(membership -> MembershipForm.of(membership, people.get(membership.user()), links))
                .toList();
    }

    /** One membership. */
    MembershipForm of(Membership membership) {
        return of(List.of(membership.id())).getFirst();
    }
}
