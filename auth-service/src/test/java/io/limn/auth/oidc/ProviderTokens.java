package io.limn.auth.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** The tokens of the provider of the tests, right ones and wrong ones. */
final class ProviderTokens {
    private ProviderTokens() {}

    static RsaJsonWebKey key() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("provider");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The claims of a person in a token; one named {@code fault} says what is wrong with it. */
    static String sign(JsonNode who, String issuer, String nonce, RsaJsonWebKey key) throws JoseException {
        var fault = who.path("fault").asText("");
        var claims = new JwtClaims();
        who.properties().forEach(claim -> {
            boolean silent = fault.equals("silent") || fault.equals("userinfo");
            if (!claim.getKey().equals("fault") && (!silent || claim.getKey().equals("sub"))) {
                claims.setClaim(claim.getKey(), value(claim.getValue()));
            }
        });
        boolean expired = fault.equals("expired");
        claims.setIssuer(fault.equals("issuer") ? "https://other.example.org" : issuer);
        claims.setAudience(fault.equals("audience") ? "other" : ProviderServer.CLIENT);
        claims.setIssuedAt(NumericDate.fromSeconds(System.currentTimeMillis() / 1000 - (expired ? 900 : 0)));
        claims.setExpirationTime(NumericDate.fromSeconds(System.currentTimeMillis() / 1000 + (expired ? -600 : 300)));
        claims.setClaim("nonce", fault.equals("nonce") ? "another" : nonce);
        if (fault.equals("party")) {
            claims.setAudience(List.of(ProviderServer.CLIENT, "other"));
            claims.setClaim("azp", "other");
        }
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKeyIdHeaderValue("provider");
        if (fault.equals("hmac")) {
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
            signature.setKey(new HmacKey(key.toJson().getBytes(StandardCharsets.UTF_8)));
        } else {
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            signature.setKey((fault.equals("signature") ? key() : key).getPrivateKey());
        }
        return signature.getCompactSerialization();
    }

    private static Object value(JsonNode claim) {
        if (claim.isArray()) {
            return claim.valueStream().map(JsonNode::asText).toList();
        }
        return claim.isBoolean() ? claim.booleanValue() : claim.asText();
    }
}
