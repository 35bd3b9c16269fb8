package io.limn.auth.user;

import io.limn.common.api.Links;
import java.time.Instant;
import java.util.List;

/** The form in which a user sees himself, and in which staff sees everybody. */
record FullUser(
        String url,
        long id,
        String username,
        String firstName,
        String lastName,
        String email,
        List<String> groups,
        boolean isStaff,
        boolean isSuperuser,
        boolean isActive,
        Instant lastLogin,
        Instant dateJoined,
        boolean hasAnalyticsAccess) {

    static FullUser of(User user, Links links) {
        var state = user.state();
        return new FullUser(
                links.user(user.id()),
                state.id(),
                state.username(),
                state.firstName(),
                state.lastName(),
                state.email(),
                state.groups(),
                state.staff(),
                state.superuser(),
                state.isActive(),
                user.lastLogin(),
                user.joined(),
                user.hasAnalyticsAccess());
    }
}
