package io.limn.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** The keys that the chart makes out of what Helm's templates can do. */
class ServiceKeysTest {
    private static final List<String> SERVICES =
            List.of("auth-service", "data-service", "gateway", "lambda-service", "task-service");

    private final Secret manifest = Chart.minimum().render(Secret.class).stream()
            .filter(candidate -> candidate.getMetadata().getName().equals("test-limn-identity"))
            .findFirst()
            .orElseThrow();
    private final Map<String, String> secret = new HashMap<>();

    ServiceKeysTest() {
        manifest.getData()
                .forEach((name, value) ->
                        secret.put(name, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
    }

    @Test
    void whatAServiceSignsTheOthersVerify() throws JoseException {
        var published = new JsonWebKeySet(secret.get("services.jwks.json"));

        for (var service : SERVICES) {
            var key = (PublicJsonWebKey) JsonWebKey.Factory.newJwk(secret.get(service + ".jwk.json"));
            var known = published.findJsonWebKey(service, "EC", "sig", "ES256");

            assertThat(known).as(service).isNotNull();
            assertThat(verify(known, sign(key))).as(service).isTrue();
        }
    }

    @Test
    void nothingPrivateIsPublished() {
        assertThat(secret.get("services.jwks.json")).doesNotContain("\"d\"");
    }

    @Test
    void eachServiceHasAKeyOfItsOwn() {
        assertThat(SERVICES.stream().map(service -> secret.get(service + ".jwk.json")))
                .doesNotHaveDuplicates();
    }

    @Test
    void keysAreNeverReplaced() {
        assertThat(manifest.getImmutable()).isTrue();
        assertThat(manifest.getMetadata().getAnnotations()).containsEntry("helm.sh/resource-policy", "keep");
    }

    private static String sign(PublicJsonWebKey key) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setPayload("anything");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKey(key.getPrivateKey());
        return signature.getCompactSerialization();
    }

    private static boolean verify(JsonWebKey key, String token) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setCompactSerialization(token);
        signature.setKey(key.getKey());
        return signature.verifySignature();
    }
}
