package io.limn.common.identity;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The service's own key: signs the short tokens with which it calls other services. */
@ApplicationScoped
public class ServiceCredentials {
    /** Audience of tokens between services. */
    public static final String AUDIENCE = "limn-internal";

    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private final IdentityConfig config;
    private PublicJsonWebKey key;
    private String token;
    private Instant renewal = Instant.MIN;

    /** The key that {@code config} names; it is read when the first token is asked for. */
    public ServiceCredentials(IdentityConfig config) {
        this.config = config;
    }

    /**
     * A token for a call to another service, valid for at least half a minute.
     *
     * @throws IllegalStateException when the service has no usable key
     */
    public synchronized String token() {
        var now = Instant.now();
        if (now.isAfter(renewal)) {
            token = sign(now);
            renewal = now.plus(LIFETIME.dividedBy(2));
        }
        return token;
    }

    private String sign(Instant now) {
        var signing = key();
        return Jwt.issuer(config.serviceName())
                .subject(config.serviceName())
                .audience(AUDIENCE)
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .jws()
                .keyId(signing.getKeyId())
                .algorithm(SignatureAlgorithm.ES256)
                .sign(signing.getPrivateKey());
    }

    private PublicJsonWebKey key() {
        if (key == null) {
            var file = config.serviceKey()
                    .orElseThrow(() -> new IllegalStateException("limn.identity.service-key is not set"));
            try {
                key = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(Path.of(file)));
            } catch (IOException | JoseException unusable) {
                throw new IllegalStateException("The key of this service cannot be read from " + file, unusable);
            }
        }
        return key;
    }

    /** The public keys of all services. */
    JsonWebKeySet serviceKeys() {
        var file = config.serviceJwks()
                .orElseThrow(() -> new IllegalStateException("limn.identity.service-jwks is not set"));
        try {
            return new JsonWebKeySet(Files.readString(Path.of(file)));
        } catch (IOException | JoseException unusable) {
            throw new IllegalStateException("The keys of the services cannot be read from " + file, unusable);
        }
    }

    /** The key of one service among the set, by its name. */
    JsonWebKey serviceKey(String name) {
        return serviceKeys().getJsonWebKeys().stream()
                .filter(candidate -> name.equals(candidate.getKeyId()))
                .findFirst()
                .orElse(null);
    }
}
