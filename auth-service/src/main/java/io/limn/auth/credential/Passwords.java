package io.limn.auth.credential;

import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords, few at once: each takes memory and a processor. New hashes are of the first scheme,
 * stored ones are checked by the scheme that they name.
 */
@ApplicationScoped
public class Passwords {
    private final List<PasswordHasher> hashers = List.of(new Argon2Hasher(), new Pbkdf2Hasher(), new SaltedMd5Hasher());
    private final Semaphore turns;
    private final long patience;
    private final String nobodys;

    Passwords(PasswordConfig config) {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        turns = new Semaphore(config.parallel().orElse(half), true);
        patience = config.patience().toMillis();
        nobodys = hashers.getFirst().hash(RandomText.hex(16));
    }

    /**
     * A hash to be stored.
     *
     * @throws ApiException 503 when too many others wait
     */
    public String hash(String password) {
        return inTurn(() -> hashers.getFirst().hash(password));
    }

    /**
     * Whether a password fits a stored hash. Without one it takes as long, so that nobody learns who is known.
     *
     * @throws ApiException 503 when too many others wait
     */
    boolean fits(String password, String stored) {
        var hasher = hasher(stored);
        if (hasher.isEmpty()) {
            inTurn(() -> hashers.getFirst().fits(password, nobodys));
            return false;
        }
        return inTurn(() -> hasher.get().fits(password, stored));
    }

    /** Whether a stored hash is of an old scheme, or of weaker parameters than today's. */
    boolean isOutdated(String stored) {
        return hasher(stored)
                .map(hasher -> hasher != hashers.getFirst() || hasher.isOutdated(stored))
                .orElse(true);
    }

    private Optional<PasswordHasher> hasher(String stored) {
        return stored == null
                ? Optional.empty()
                : hashers.stream()
                        .filter(hasher -> stored.startsWith(hasher.scheme() + "$"))
                        .findFirst();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
                throw ApiException.detail(503, "Too many sign-ins at once. Please try again.")
                        .with("Retry-After", "5");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ApiException.detail(503, "The server is stopping. Please try again.");
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
