package io.limn.auth.user;

import io.limn.common.api.Links;

/**
 * The form in which users appear within other objects.
 *
 * @param url       absolute link
 * @param id        the user
 * @param username  sign-in name
 * @param firstName first name
 * @param lastName  last name
 */
public record BasicUser(String url, long id, String username, String firstName, String lastName) {
    /** The form of a user. */
    public static BasicUser of(User user, Links links) {
        var identity = user.identity();
        return new BasicUser(
                links.user(user.id()), user.id(), identity.username(), identity.firstName(), identity.lastName());
    }
}
