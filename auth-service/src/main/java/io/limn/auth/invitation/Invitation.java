package io.limn.auth.invitation;

import io.limn.common.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * The offer of a membership.
 *
 * @param id           the invitation
 * @param key          its name in the API, 64 letters and digits
 * @param created      when it was made
 * @param owner        who made it, {@code null} when he is deleted
 * @param sent         when it was sent the last time, {@code null} when it was not
 * @param membership   what is offered
 * @param role         the role of that
 * @param invitee      to whom
 * @param accepted     whether the membership is active
 * @param organization where
 * @param slug         short name of that
 */
record Invitation(
        long id,
        String key,
        Instant created,
        Long owner,
        Instant sent,
        long membership,
        Role role,
        long invitee,
        boolean accepted,
        long organization,
        String slug) {
    /** Whether it was sent too long ago; {@code null} when it was not sent. */
    Boolean isExpired(Duration life) {
        return sent == null ? null : !sent.plus(life).isAfter(Instant.now());
    }

    /** How a user is related to it. */
    Set<String> relations(long user) {
        var held = new HashSet<String>();
        if (owner != null && owner == user) {
            held.add("owner");
        }
        if (invitee == user) {
            held.add("invitee");
        }
        return held;
    }
}
