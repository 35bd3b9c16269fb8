package io.limn.auth.user;

import java.util.List;

/**
 * What other services know about a user: the value of the topic {@code limn.users} and the answer of
 * {@code /internal/users}. Grows by new members only.
 *
 * @param id        the user
 * @param username  sign-in name
 * @param firstName first name
 * @param lastName  last name
 * @param email     address, may be empty
 * @param isActive  whether he may sign in
 * @param groups    his groups
 * @param staff     whether users are shown to him in full
 * @param superuser the superuser flag
 */
public record UserState(
        long id,
        String username,
        String firstName,
        String lastName,
        String email,
        boolean isActive,
        List<String> groups,
        boolean staff,
        boolean superuser) {}
