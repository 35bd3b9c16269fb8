package io.limn.gateway.exchange;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/**
 * What a credential was traded for.
 *
 * @param jwt          the token of the user; null for an anonymous client
 * @param expiry       when the token ends
 * @param userId       the user; null for an anonymous client
 * @param signIn       how he signed in: {@code session}, {@code token}, {@code access_token}, {@code basic}, or null
 * @param sessionEnded whether the client sent a session that is over, so that its cookie has to be taken back
 * @param sessionLife  how long the session lasts from now; null when the sign-in is of another kind
 */
public record Trade(
        String jwt, Instant expiry, Long userId, String signIn, boolean sessionEnded, Duration sessionLife) {
    /** What a client without credentials gets. */
    public static final Trade NOTHING = new Trade(null, Instant.MAX, null, null, false, null);

    static Trade of(JsonObject answer) {
        var expiry = answer.getLong("expires_at");
        var life = answer.getLong("session_max_age");
        return new Trade(
                answer.getString("jwt"),
                expiry == null ? Instant.MAX : Instant.ofEpochSecond(expiry),
                answer.getLong("user_id"),
                answer.getString("sign_in"),
                Boolean.TRUE.equals(answer.getBoolean("session_ended")),
                life == null ? null : Duration.ofSeconds(life));
    }

    /** Whether nobody is signed in. */
    public boolean isAnonymous() {
        return jwt == null;
    }

    /** Whether the session cookie signed the user in. */
    public boolean isSession() {
        return "session".equals(signIn);
    }

    /** Never the token itself. */
    @Override
    public String toString() {
        return "Trade[user=" + userId + ", signIn=" + signIn + ", expiry=" + expiry + "]";
    }
}
