package io.limn.auth.user;

/**
 * How a user is named and reached.
 *
 * @param username  sign-in name
 * @param email     address, may be empty
 * @param firstName first name, may be empty
 * @param lastName  last name, may be empty
 */
public record Identity(String username, String email, String firstName, String lastName) {}
