package io.limn.auth.exchange;

import io.limn.auth.membership.ActiveMemberships;
import io.limn.common.identity.Principal;
import io.limn.common.identity.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs the short tokens by which services know a user. */
@ApplicationScoped
class UserTokens {
    /** Of more memberships a token says only that there are more; services ask for those when it matters. */
    private static final int MOST_MEMBERSHIPS = 100;

    private final SigningKeys keys;
    private final ActiveMemberships memberships;
    private final KeyConfig config;

    UserTokens(SigningKeys keys, ActiveMemberships memberships, KeyConfig config) {
        this.keys = keys;
        this.memberships = memberships;
        this.config = config;
    }

    /**
     * A signed token.
     *
     * @param jwt    the token
     * @param expiry when it ends
     * @param userId whose it is
     * @param signIn how he signed in
     */
    record Issued(String jwt, Instant expiry, long userId, Principal.SignIn signIn) {
        /** Never the token itself. */
        @Override
        public String toString() {
            return "Issued[user=" + userId + "]";
        }
    }

    /** A token for a user. */
    Issued issue(Identified who) {
        var now = Instant.now();
        var expiry = expiry(now, who.end());
        var key = keys.signing();
        var signature = new JsonWebSignature();
        signature.setPayload(claims(who, now, expiry).toJson());
        signature.setKey(key.secret());
        signature.setKeyIdHeaderValue(key.id());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return new Issued(
                    signature.getCompactSerialization(), expiry, who.user().id(), who.signIn());
        } catch (JoseException impossible) {
            throw new IllegalStateException("A token could not be signed", impossible);
        }
    }

    /** No token outlives the credential that it was traded for. */
    private Instant expiry(Instant now, Instant end) {
        var usual = now.plus(config.token());
        return Instant.ofEpochSecond((end == null || usual.isBefore(end) ? usual : end).getEpochSecond());
    }

    private JwtClaims claims(Identified who, Instant now, Instant expiry) {
        var user = who.user().state();
        var claims = new JwtClaims();
        claims.setIssuer(Tokens.USER_ISSUER);
        claims.setAudience(Tokens.USER_AUDIENCE);
        claims.setSubject(String.valueOf(user.id()));
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
        claims.setGeneratedJwtId();
        claims.setClaim("username", user.username());
        claims.setClaim("first_name", user.firstName());
        claims.setClaim("last_name", user.lastName());
        claims.setClaim("email", user.email());
        claims.setStringListClaim("groups", user.groups());
        claims.setClaim("staff", user.staff());
        claims.setClaim("superuser", user.superuser());
        claims.setClaim("sign_in", who.signIn().name().toLowerCase(Locale.ROOT));
        if (who.tokenId() != null) {
            claims.setClaim("token_id", who.tokenId());
        }
        claims.setClaim("read_only", who.readOnly());
        addMemberships(claims, memberships.of(user.id(), MOST_MEMBERSHIPS + 1));
        return claims;
    }

    private static void addMemberships(JwtClaims claims, List<Principal.Membership> all) {
        claims.setClaim(
                "memberships",
                all.stream()
                        .limit(MOST_MEMBERSHIPS)
                        .map(m -> Map.of(
                                "id",
                                m.id(),
                                "slug",
                                m.slug(),
                                "role",
                                m.role().name().toLowerCase(Locale.ROOT),
                                "owner",
                                m.owner()))
                        .toList());
        if (all.size() > MOST_MEMBERSHIPS) {
            claims.setClaim("more_memberships", true);
        }
    }
}
