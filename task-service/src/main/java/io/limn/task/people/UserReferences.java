package io.limn.task.people;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks the users whom a body names: whether they exist, and whether the caller may know of them. */
@ApplicationScoped
public class UserReferences {
    private final People people;
    private final Caller caller;

    UserReferences(People people, Caller caller) {
        this.people = people;
        this.caller = caller;
    }

    /**
     * The user that a member names.
     *
     * @param organization where the object is: there all members know of each other, elsewhere one knows only oneself
     * @return the user; {@code null} when the member is absent or names nobody
     * @throws ApiException 400 when the member is no id of a user, 403 when the caller may not know of him
     */
    public Long read(Input body, String member, Long organization) {
        var user = Ids.read(body, member);
        if (user == null) {
            return null;
        }
        var principal = caller.principal();
        boolean known = principal.isAdmin()
                || user == principal.id()
                || organization != null && principal.membership(organization).isPresent();
        if (!known) {
            throw ApiException.forbidden();
        }
        if (user == principal.id()) {
            people.remember(principal);
        } else {
            people.require(member, user);
        }
        return user;
    }
}
