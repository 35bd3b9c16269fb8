package io.limn.auth.credential;

import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/** Limits how often something is asked for, over all replicas. */
@ApplicationScoped
public class RequestThrottle {
    private final Attempts attempts;

    RequestThrottle(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Counts a request and lets it pass, or not.
     *
     * @param act    what is asked for
     * @param who    by whom; {@code null} when that is not known, then it passes
     * @param most   how often that may be within a period
     * @throws ApiException 429 when it was too often
     */
    public void enter(String act, String who, int most, Duration period) {
        if (who != null && !admits(act, who, most, period)) {
            throw Attempts.tooMany(period);
        }
    }

    /** Counts a request; whether it was not too often yet. */
    public boolean admits(String act, String who, int most, Duration period) {
        return attempts.count(Digests.sha256(act + " " + who.toLowerCase(Locale.ROOT)), period) <= most;
    }
}
