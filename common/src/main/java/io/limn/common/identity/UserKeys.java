package io.limn.common.identity;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * The public keys with which user tokens are checked. They are read again when they are old and when a token names a
 * key that is not among them; while auth-service does not answer, those read last stay in force.
 */
@ApplicationScoped
class UserKeys {
    private static final Logger LOG = Logger.getLogger(UserKeys.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(5);

    private final IdentityConfig config;
    private final ServiceCredentials credentials;
    private final Instance<UserKeySource> own;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private volatile List<JsonWebKey> keys = List.of();
    private volatile Instant read = Instant.EPOCH;
    private volatile Instant tried = Instant.EPOCH;

    UserKeys(IdentityConfig config, ServiceCredentials credentials, Instance<UserKeySource> own) {
        this.config = config;
        this.credentials = credentials;
        this.own = own;
    }

    /** The key of an id, {@code null} when auth-service does not publish it. */
    JsonWebKey key(String id) {
        if (own.isResolvable()) {
            return own.get().key(id).orElse(null);
        }
        var found = find(id);
        if (found == null) {
            refresh();
            found = find(id);
        }
        if (found == null) {
            return null;
        }
        var now = Instant.now();
        if (now.isAfter(read.plus(config.jwksRefresh())) && now.isAfter(tried.plus(BETWEEN_REFRESHES))) {
            tried = now;
            Thread.startVirtualThread(this::refresh);
        }
        return found;
    }

    /** Reads the keys while the service starts, so that the first request need not wait for them. */
    void prepare(@Observes StartupEvent started) {
        if (!own.isResolvable() && config.serviceKey().isPresent()) {
            Thread.startVirtualThread(this::refresh);
        }
    }

    private JsonWebKey find(String id) {
        return keys.stream()
                .filter(key -> key.getKeyId().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** A try that comes right after another waits a moment: auth-service may just be starting or changing its key. */
    private synchronized void refresh() {
        var wait = Duration.between(Instant.now(), tried.plus(BETWEEN_TRIES));
        if (wait.isPositive()) {
            LockSupport.parkNanos(wait.toNanos());
        }
        var now = Instant.now();
        tried = now;
        try {
            keys = new JsonWebKeySet(load()).getJsonWebKeys();
            read = now;
        } catch (IOException | JoseException unavailable) {
            // While everything starts, auth-service may be the last: the first token that comes asks again.
            LOG.logf(
                    keys.isEmpty() ? Logger.Level.INFO : Logger.Level.WARN,
                    "The public keys of user tokens could not be read: %s",
                    unavailable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String load() throws IOException, InterruptedException {
        var address = URI.create(config.jwksUrl());
        if ("file".equals(address.getScheme())) {
            return Files.readString(Path.of(address));
        }
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(3))
                .header("Authorization", "Bearer " + credentials.token())
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("auth-service answered " + answer.statusCode());
        }
        return answer.body();
    }
}
