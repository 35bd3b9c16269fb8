package io.limn.auth.credential;

import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;

/**
 * Counts wrong passwords by name and by address, over all replicas, in periods of a fixed length. Names and addresses
 * are stored as digests: people type passwords into the wrong field.
 */
@ApplicationScoped
class SignInThrottle {
    private final Attempts attempts;
    private final ThrottleConfig config;

    SignInThrottle(Attempts attempts, ThrottleConfig config) {
        this.attempts = attempts;
        this.config = config;
    }

    /**
     * Lets a sign-in pass, or not.
     *
     * @param address of the client, {@code null} when it is not known
     * @throws ApiException 429 when there were too many wrong passwords lately
     */
    void check(String name, String address) {
        boolean tooMany = attempts.counted(byName(name), config.period()) >= config.perName()
                || address != null && attempts.counted(byAddress(address), config.period()) >= config.perAddress();
        if (tooMany) {
            throw Attempts.tooMany(config.period());
        }
    }

    /** Notes a wrong password, also when the request as a whole is rolled back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(String name, String address) {
        attempts.count(byName(name), config.period());
        if (address != null) {
            attempts.count(byAddress(address), config.period());
        }
    }

    private static byte[] byName(String name) {
        return Digests.sha256("name " + name.toLowerCase(Locale.ROOT));
    }

    private static byte[] byAddress(String address) {
        return Digests.sha256("address " + address);
    }
}
