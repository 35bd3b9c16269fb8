package io.limn.auth.user;

/**
 * Fired in the transaction that deletes a user, while his memberships and what he owns are still there: observers tell
 * other services what becomes of it. An exception keeps the user.
 *
 * @param id the user
 */
public record UserRemoved(long id) {}
