package io.limn.auth.user;

import java.util.List;
import java.util.Optional;

/**
 * What is written of a user; empty for what stays as it is.
 *
 * @param username  sign-in name
 * @param firstName first name
 * @param lastName  last name
 * @param email     address
 * @param groups    all his groups
 * @param staff     whether users are shown to him in full
 * @param superuser the superuser flag
 * @param active    whether he may sign in
 */
record UserChanges(
        Optional<String> username,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Optional<List<String>> groups,
        Optional<Boolean> staff,
        Optional<Boolean> superuser,
        Optional<Boolean> active) {}
