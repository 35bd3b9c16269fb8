package io.limn.common.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Tokens as the gateway and the services send them, signed with the keys of {@link KeysResource}. */
public final class Jwts {
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private final List<Map<String, Object>> memberships = new ArrayList<>();

    private Jwts(long id, String username) {
        claims.put("sub", Long.toString(id));
        claims.put("username", username);
        claims.put("first_name", "");
        claims.put("last_name", "");
        claims.put("email", username + "@example.com");
        claims.put("groups", List.of("user"));
        claims.put("staff", false);
        claims.put("superuser", false);
        claims.put("sign_in", "session");
        claims.put("read_only", false);
    }

    /** A user of the group {@code user}, who signed in with a session. */
    public static Jwts user(long id, String username) {
        return new Jwts(id, username);
    }

    /** An administrator. */
    public static Jwts admin(long id, String username) {
        return new Jwts(id, username)
                .with("groups", List.of("admin"))
                .with("staff", true)
                .with("superuser", true);
    }

    /** The groups of the user. */
    public Jwts groups(String... groups) {
        return with("groups", List.of(groups));
    }

    /** Adds an active membership. */
    public Jwts membership(long organization, String slug, String role) {
        return membership(organization, slug, role, "owner".equals(role));
    }

    /** Adds an active membership; owner says whether the organization names the user as its owner. */
    public Jwts membership(long organization, String slug, String role, boolean owner) {
        memberships.add(Map.of("id", organization, "slug", slug, "role", role, "owner", owner));
        return this;
    }

    /** Signed in with an access token. */
    public Jwts accessToken(long id, boolean readOnly) {
        return with("sign_in", "access_token").with("token_id", id).with("read_only", readOnly);
    }

    /** Sets any claim. */
    public Jwts with(String claim, Object value) {
        claims.put(claim, value);
        return this;
    }

    /** The token. */
    public String token() {
        claims.put("memberships", memberships);
        return sign(TestKeys.USERS, "limn-auth", "limn", claims, 300);
    }

    /** The value of an {@code Authorization} or {@code X-Limn-User} header. */
    public String bearer() {
        return "Bearer " + token();
    }

    /** A token with which a service calls another. */
    public static String service(String name) {
        return sign(name, name, "limn-internal", Map.of("sub", name), 60);
    }

    private static String sign(
            String keyName, String issuer, String audience, Map<String, Object> content, int seconds) {
        var token = new JwtClaims();
        content.forEach(token::setClaim);
        token.setIssuer(issuer);
        token.setAudience(audience);
        token.setIssuedAtToNow();
        token.setExpirationTimeMinutesInTheFuture(seconds / 60f);
        token.setGeneratedJwtId();
        var key = TestKeys.shared().read(keyName);
        var signature = new JsonWebSignature();
        signature.setPayload(token.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
