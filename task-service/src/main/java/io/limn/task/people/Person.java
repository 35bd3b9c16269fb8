package io.limn.task.people;

/**
 * A user as other objects name him.
 *
 * @param id        the user
 * @param username  sign-in name
 * @param firstName first name, may be empty
 * @param lastName  last name, may be empty
 */
public record Person(String url, long id, String username, String firstName, String lastName) {}
