package io.limn.common.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/** Checks internal tokens: those of users, signed by auth-service, and those of services, each signed by itself. */
@ApplicationScoped
public class Tokens {
    /** Issuer of user tokens. */
    public static final String USER_ISSUER = "limn-auth";

    /** Audience of user tokens. */
    public static final String USER_AUDIENCE = "limn";

    private final JwtConsumer users;
    private final JwtConsumer services;
    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(6))
            .build();

    private final Cache<String, ServiceName> verifiedServices = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();

    private final OrganizationDirectory directory;

    private record ServiceName(String name, Instant expiry) {}

    private record Verified(Principal principal, Instant expiry) {}

    Tokens(IdentityConfig config, UserKeys keys, ServiceCredentials credentials, OrganizationDirectory directory) {
        this.directory = directory;
        int skew = Math.toIntExact(config.clockSkew().toSeconds());
        users = consumer(skew, USER_AUDIENCE)
                .setExpectedIssuer(USER_ISSUER)
                .setVerificationKeyResolver((signature, nesting) -> key(keys.key(signature.getKeyIdHeaderValue())))
                .build();
        services = consumer(skew, ServiceCredentials.AUDIENCE)
                .setVerificationKeyResolver((signature, nesting) -> key(credentials.serviceKey(issuer(signature))))
                .build();
    }

    private static JwtConsumerBuilder consumer(int skew, String audience) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(skew)
                .setExpectedAudience(audience);
    }

    /** A service signs with the key of its own name; the key id of the token must be the issuer it claims. */
    private static String issuer(JsonWebSignature signature) {
        return signature.getKeyIdHeaderValue() == null ? "" : signature.getKeyIdHeaderValue();
    }

    private static Key key(JsonWebKey key) throws UnresolvableKeyException {
        if (key == null) {
            throw new UnresolvableKeyException("The token is signed by an unknown key");
        }
        return key.getKey();
    }

    /** The principal of a user token; empty when the token is forged, expired or malformed. */
    public Optional<Principal> user(String token) {
        var known = verified.getIfPresent(token);
        if (known != null && Instant.now().isBefore(known.expiry())) {
            return Optional.of(known.principal());
        }
        try {
            var claims = users.processToClaims(token);
            var principal = principal(claims, token);
            verified.put(
                    token,
                    new Verified(
                            principal,
                            Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
            return Optional.of(principal);
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException | ClassCastException untrue) {
            return Optional.empty();
        }
    }

    /** The name of the service that signed a token; empty when the token is forged, expired or malformed. */
    public Optional<String> service(String token) {
        var known = verifiedServices.getIfPresent(token);
        if (known != null && Instant.now().isBefore(known.expiry())) {
            return Optional.of(known.name());
        }
        try {
            var context = services.process(token);
            var claims = context.getJwtClaims();
            var issuer = claims.getIssuer();
            var signature = (JsonWebSignature) context.getJoseObjects().getFirst();
            if (issuer == null || !issuer.equals(signature.getKeyIdHeaderValue())) {
                return Optional.empty();
            }
            var expiry = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            verifiedServices.put(token, new ServiceName(issuer, expiry));
            return Optional.of(issuer);
        } catch (InvalidJwtException | MalformedClaimException untrue) {
            return Optional.empty();
        }
    }

    private Principal principal(JwtClaims claims, String token) throws MalformedClaimException {
        var id = claims.getClaimValue("token_id", Number.class);
        return new Principal(
                Long.parseLong(claims.getSubject()),
                text(claims, "username"),
                text(claims, "first_name"),
                text(claims, "last_name"),
                text(claims, "email"),
                new HashSet<>(claims.getStringListClaimValue("groups")),
                Boolean.TRUE.equals(claims.getClaimValue("staff", Boolean.class)),
                Boolean.TRUE.equals(claims.getClaimValue("superuser", Boolean.class)),
                Principal.SignIn.valueOf(text(claims, "sign_in").toUpperCase(Locale.ROOT)),
                id == null ? null : id.longValue(),
                Boolean.TRUE.equals(claims.getClaimValue("read_only", Boolean.class)),
                memberships(claims),
                Boolean.TRUE.equals(claims.getClaimValue("more_memberships", Boolean.class)),
                token,
                directory);
    }

    private static List<Principal.Membership> memberships(JwtClaims claims) throws MalformedClaimException {
        var list = claims.getClaimValue("memberships", List.class);
        if (list == null) {
            return List.of();
        }
        return ((List<?>) list)
                .stream()
                        .map(item -> (Map<?, ?>) item)
                        .map(item -> new Principal.Membership(
                                ((Number) item.get("id")).longValue(),
                                (String) item.get("slug"),
                                Role.valueOf(((String) item.get("role")).toUpperCase(Locale.ROOT)),
                                Boolean.TRUE.equals(item.get("owner"))))
                        .toList();
    }

    private static String text(JwtClaims claims, String name) throws MalformedClaimException {
        var value = claims.getStringClaimValue(name);
        return value == null ? "" : value;
    }
}
