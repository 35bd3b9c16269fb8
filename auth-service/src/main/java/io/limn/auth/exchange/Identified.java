package io.limn.auth.exchange;

import io.limn.auth.user.User;
import io.limn.common.identity.Principal;
import java.time.Instant;

/**
 * Whom a credential belongs to.
 *
 * @param user     the user
 * @param signIn   kind of the credential
 * @param tokenId  the access token, {@code null} for other kinds
 * @param readOnly whether the access token only reads
 * @param end      when the credential ends, {@code null} for one without end
 */
record Identified(User user, Principal.SignIn signIn, Long tokenId, boolean readOnly, Instant end) {
    static Identified by(User user, Principal.SignIn signIn) {
        return new Identified(user, signIn, null, false, null);
    }
}
