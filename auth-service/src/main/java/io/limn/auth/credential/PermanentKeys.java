package io.limn.auth.credential;

import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.limn.common.api.Timestamps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * The one permanent key of each user ({@code Authorization: Token …}), made at his first sign-in and good until he signs
 * out. Every sign-in has to return the same key, so a digest alone will not do: the key is found by its digest and kept
 * sealed beside it.
 */
@ApplicationScoped
public class PermanentKeys {
    private static final int BYTES = 20;

    private final EntityManager database;
    private final Users users;
    private final Sealer sealer;

    PermanentKeys(EntityManager database, Users users, Sealer sealer) {
        this.database = database;
        this.users = users;
        this.sealer = sealer;
    }

    /** The key of a user; a new one when he has none, or when it cannot be opened any more. */
    @Transactional
    public String of(User user) {
        return stored(user).flatMap(sealer::open).orElseGet(() -> {
            store(user, RandomText.hex(BYTES));
            return stored(user).flatMap(sealer::open).orElseThrow();
        });
    }

    private Optional<String> stored(User user) {
        return sealedKeys(user.id()).stream().findFirst();
    }

    @SuppressWarnings("unchecked")
    private List<String> sealedKeys(long userId) {
        return database.createNativeQuery("SELECT sealed_key FROM permanent_key WHERE user_id = :user", String.class)
                .setParameter("user", userId)
                .getResultList();
    }

    /** Of two sign-ins at once the second keeps the key of the first. */
    private void store(User user, String key) {
        stored(user).ifPresent(unreadable -> delete(user.id()));
        database.createNativeQuery("INSERT INTO permanent_key (user_id, key_hash, sealed_key, created_at)"
                        + " VALUES (:user, :hash, :sealed, :now) ON CONFLICT (user_id) DO NOTHING")
                .setParameter("user", user.id())
                .setParameter("hash", Digests.sha256(key))
                .setParameter("sealed", sealer.seal(key))
                .setParameter("now", Timestamps.now())
                .executeUpdate();
    }

    /** The user of a key, also one who is switched off. */
    public Optional<User> user(String key) {
        var found = database.createNativeQuery("SELECT user_id FROM permanent_key WHERE key_hash = :hash", Long.class)
                .setParameter("hash", Digests.sha256(key))
                .getResultList();
        return found.isEmpty() ? Optional.empty() : users.find((Long) found.getFirst());
    }

    /** Ends the key of a user. */
    @Transactional
    public void delete(long userId) {
        database.createNativeQuery("DELETE FROM permanent_key WHERE user_id = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }
}
