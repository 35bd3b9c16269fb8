package io.limn.auth.exchange;

import java.security.PrivateKey;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKey;

/**
 * A signing key in memory.
 *
 * @param id        its id in tokens
 * @param signsFrom when it takes over
 * @param open      public half
 * @param secret    private half; {@code null} when it could not be opened
 */
record LoadedKey(String id, Instant signsFrom, JsonWebKey open, PrivateKey secret) implements KeySchedule.Timed {
    boolean canSign() {
        return secret != null;
    }

    /** Never the private half. */
    @Override
    public String toString() {
        return "LoadedKey[" + id + " from " + signsFrom + "]";
    }
}
