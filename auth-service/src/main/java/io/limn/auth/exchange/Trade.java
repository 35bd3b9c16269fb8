package io.limn.auth.exchange;

import java.time.Duration;
import java.util.Locale;

/**
 * What a credential was traded for.
 *
 * @param jwt           token of the user, {@code null} for an anonymous client
 * @param expiresAt     when it ends, in seconds since 1970
 * @param userId        the user
 * @param signIn        {@code session}, {@code token}, {@code access_token} or {@code basic}
 * @param sessionEnded  whether the cookie of the client belongs to no live session and has to be taken back
 * @param sessionMaxAge how long a session lasts from now, in seconds; {@code null} for other kinds
 */
record Trade(String jwt, Long expiresAt, Long userId, String signIn, boolean sessionEnded, Long sessionMaxAge) {
    static final Trade NOBODY = new Trade(null, null, null, null, false, null);
    static final Trade SESSION_ENDED = new Trade(null, null, null, null, true, null);

    static Trade of(UserTokens.Issued issued, Duration sessionLife) {
        return new Trade(
                issued.jwt(),
                issued.expiry().getEpochSecond(),
                issued.userId(),
                issued.signIn().name().toLowerCase(Locale.ROOT),
                false,
                sessionLife == null ? null : sessionLife.toSeconds());
    }

    Trade withSessionEnded() {
        return new Trade(jwt, expiresAt, userId, signIn, true, sessionMaxAge);
    }

    /** Never the token itself. */
    @Override
    public String toString() {
        return "Trade[user=" + userId + ", signIn=" + signIn + "]";
    }
}
