package io.limn.auth.exchange;

import io.limn.common.identity.UserKeySource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

/** The keys that are published now, and the one among them that signs. */
@ApplicationScoped
class SigningKeys implements UserKeySource {
    private final KeyStore store;
    private volatile List<LoadedKey> keys = List.of();

    SigningKeys(KeyStore store) {
        this.store = store;
    }

    void atStart(@Observes StartupEvent start) {
        refresh();
    }

    /** Reads the keys again; every replica knows of the next key long before it signs. */
    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        keys = store.maintain(Instant.now());
    }

    /**
     * The key that signs.
     *
     * @throws IllegalStateException before the first key was made
     */
    LoadedKey signing() {
        var usable = keys.stream().filter(LoadedKey::canSign).toList();
        return KeySchedule.signing(usable, Instant.now())
                .orElseThrow(() -> new IllegalStateException("There is no key to sign tokens with"));
    }

    @Override
    public Optional<JsonWebKey> key(String id) {
        return keys.stream()
                .filter(key -> key.id().equals(id))
                .map(LoadedKey::open)
                .findFirst();
    }

    /** The public halves as a JSON Web Key Set. */
    String published() {
        return new JsonWebKeySet(keys.stream().map(LoadedKey::open).toList())
                .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
