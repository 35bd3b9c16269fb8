package io.limn.auth.exchange;

import io.limn.auth.accesstoken.AccessTokenUse;
import io.limn.auth.credential.PermanentKeys;
import io.limn.auth.credential.Sessions;
import io.limn.auth.user.User;
import io.limn.auth.user.Users;
import io.limn.common.api.ApiException;
import io.limn.common.identity.Principal.SignIn;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Trades what a client shows for an internal token. Schemes are tried in the order permanent key, access token, session,
 * name and password; the first that recognizes its kind decides.
 */
@ApplicationScoped
class Exchange {
    private final PermanentKeys keys;
    private final AccessTokenUse accessTokens;
    private final Sessions sessions;
    private final BasicCredentials basic;
    private final Users users;
    private final UserTokens tokens;

    Exchange(
            PermanentKeys keys,
            AccessTokenUse accessTokens,
            Sessions sessions,
            BasicCredentials basic,
            Users users,
            UserTokens tokens) {
        this.keys = keys;
        this.accessTokens = accessTokens;
        this.sessions = sessions;
        this.basic = basic;
        this.users = users;
        this.tokens = tokens;
    }

    /**
     * The trade.
     *
     * @param address of the client, {@code null} when it is not known
     * @throws ApiException 401 for a wrong credential
     */
    Trade trade(String authorization, String session, String address) {
        var header = AuthorizationHeader.parse(authorization);
        return switch (header.scheme()) {
            case TOKEN -> Trade.of(tokens.issue(byKey(header.credential())), null);
            case BEARER -> Trade.of(tokens.issue(byAccessToken(header.credential())), null);
            default -> bySession(header, session, address);
        };
    }

    private Identified byKey(String key) {
        var user = keys.user(key).orElseThrow(() -> Refusal.of("Invalid token."));
        return Identified.by(active(user), SignIn.TOKEN);
    }

    private Identified byAccessToken(String value) {
        var token = accessTokens.use(value).orElseThrow(() -> Refusal.of("Invalid token."));
        var owner = users.find(token.ownerId()).orElseThrow(() -> Refusal.of("Invalid token."));
        return new Identified(active(owner), SignIn.ACCESS_TOKEN, token.id(), token.isReadOnly(), token.expiry());
    }

    private static User active(User user) {
        if (!user.isActive()) {
            throw Refusal.of("User inactive or deleted.");
        }
        return user;
    }

    private Trade bySession(AuthorizationHeader header, String session, String address) {
        var found = session == null || session.isEmpty() ? null : sessions.find(session);
        if (found != null && found.user() != null) {
            return Trade.of(tokens.issue(Identified.by(found.user(), SignIn.SESSION)), sessions.life());
        }
        boolean ended = found != null && found.ended();
        if (header.scheme() != AuthorizationHeader.Scheme.BASIC) {
            return ended ? Trade.SESSION_ENDED : Trade.NOBODY;
        }
        var user = basic.user(header.credential(), address);
        var trade = Trade.of(tokens.issue(Identified.by(user, SignIn.BASIC)), null);
        return ended ? trade.withSessionEnded() : trade;
    }
}
