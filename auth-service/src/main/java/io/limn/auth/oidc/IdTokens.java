package io.limn.auth.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/** Checks the tokens in which a provider states who signed in. */
@ApplicationScoped
class IdTokens {
    private static final int MOST_BYTES = 1 << 20;
    private static final int LONGEST_SUBJECT = 255;
    /** Signatures with a key pair alone: nobody but the provider can make them. */
    private static final String[] SIGNATURES = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"
    };

    private final OidcConfig config;
    private final ObjectMapper json;
    private final ConcurrentMap<Provider, JwtConsumer> consumers = new ConcurrentHashMap<>();

    IdTokens(OidcConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    /**
     * What a token states.
     *
     * @throws ApiException 400 when it is not of this provider, for us, for this sign-in and of today
     */
    JsonNode check(Provider provider, String token, String nonce) {
        try {
            var claims = consumers.computeIfAbsent(provider, this::consumer).processToClaims(token);
            checkAddressee(claims);
            checkNonce(claims, nonce);
            if (claims.getSubject().length() > LONGEST_SUBJECT) {
                throw Refused.because("the token names nobody");
            }
            return json.readTree(claims.getRawJson());
        } catch (InvalidJwtException wrong) {
            throw Refused.because("the token of the identity provider is not good (" + fault(wrong) + ")");
        } catch (MalformedClaimException | JsonProcessingException malformed) {
            throw Refused.because("the token of the identity provider cannot be read");
        }
    }

    /** Numbers of the library's errors: its texts repeat the token. */
    private static String fault(InvalidJwtException wrong) {
        return wrong.getErrorDetails().stream()
                .map(detail -> "error " + detail.getErrorCode())
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .orElse("unreadable");
    }

    private void checkAddressee(JwtClaims claims) throws MalformedClaimException {
        var party = claims.getStringClaimValue("azp");
        boolean named = config.clientId().orElseThrow().equals(party);
        if (party != null ? !named : claims.getAudience().size() > 1) {
            throw Refused.because("the token is for somebody else");
        }
    }

    private static void checkNonce(JwtClaims claims, String nonce) throws MalformedClaimException {
        var stated = claims.getStringClaimValue("nonce");
        if (stated == null
                || !MessageDigest.isEqual(
                        stated.getBytes(StandardCharsets.UTF_8), nonce.getBytes(StandardCharsets.UTF_8))) {
            throw Refused.because("the token is for another sign-in");
        }
    }

    private JwtConsumer consumer(Provider provider) {
        var get = new Get();
        get.setConnectTimeout((int) config.patience().toMillis());
        get.setReadTimeout((int) config.patience().toMillis());
        get.setRetries(0);
        get.setResponseBodySizeLimit(MOST_BYTES);
        var keys = new HttpsJwks(provider.keys());
        keys.setSimpleHttpGet(get);
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, SIGNATURES))
                .setExpectedIssuer(provider.issuer())
                .setExpectedAudience(config.clientId().orElseThrow())
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds((int) config.skew().toSeconds())
                .build();
    }
}
