package io.limn.auth.credential;

import io.limn.common.api.Timestamps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Personal access tokens: {@code PPPPPPPP.S…}, a public prefix of eight characters by which a token is found, and a
 * secret. Stored is {@code sha512$$hex} of the whole; imported ones may be {@code md5$salt$hex} and are replaced at
 * their first use.
 */
@ApplicationScoped
public class AccessTokens {
    private static final int PREFIX = 8;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{8}\\.[A-Za-z0-9]{1,128}");

    private final EntityManager database;
    private final AccessTokenConfig config;

    AccessTokens(EntityManager database, AccessTokenConfig config) {
        this.database = database;
        this.config = config;
    }

    /** The token of a value, if it can be used; its use is noted. */
    @Transactional
    public Optional<AccessToken> use(String value) {
        if (!FORM.matcher(value).matches()) {
            return Optional.empty();
        }
        var now = Timestamps.now();
        var found = database.createQuery("SELECT t FROM AccessToken t WHERE t.prefix = :prefix", AccessToken.class)
                .setParameter("prefix", value.substring(0, PREFIX))
                .getResultStream()
                .findFirst()
                .filter(token -> fits(value, token.hash()) && token.isUsable(now, config.stale()));
        found.ifPresent(token -> note(token, value, now));
        return found;
    }

    private static boolean fits(String value, String stored) {
        var parts = stored.split("\\$", -1);
        if (parts.length != 3) {
            return false;
        }
        var digest =
                switch (parts[0]) {
                    case "sha512" -> Digests.hex("SHA-512", parts[1] + value);
                    case "md5" -> Digests.hex("MD5", parts[1] + value);
                    default -> "";
                };
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII), parts[2].getBytes(StandardCharsets.US_ASCII));
    }

    static String hash(String value) {
        return "sha512$$" + Digests.hex("SHA-512", value);
    }

    private void note(AccessToken token, String value, Instant now) {
        var hash = hash(value);
        if (token.wasUsed() && token.lastUsed().isAfter(now.minus(config.noted())) && hash.equals(token.hash())) {
            return;
        }
        database.createQuery("UPDATE AccessToken t SET t.lastUsedDate = :now, t.hash = :hash WHERE t.id = :id")
                .setParameter("now", now)
                .setParameter("hash", hash)
                .setParameter("id", token.id())
                .executeUpdate();
    }
}
