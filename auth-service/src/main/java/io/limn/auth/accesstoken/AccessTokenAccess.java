package io.limn.auth.accesstoken;

import io.limn.common.api.ApiException;
import io.limn.common.identity.Caller;
import io.limn.common.identity.DecisionTable;
import io.limn.common.identity.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Who may do what with tokens. They belong to no organization. */
@ApplicationScoped
class AccessTokenAccess {
    private final DecisionTable rules = DecisionTable.load("permissions/access-tokens.csv");
    private final AccessTokens tokens;
    private final Caller caller;

    AccessTokenAccess(AccessTokens tokens, Caller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    /**
     * The caller, if he may have tokens.
     *
     * @throws ApiException 403
     */
    Principal owner(String scope) {
        return allowed(scope, Set.of());
    }

    /**
     * A token that the caller may see or change.
     *
     * @throws ApiException 404 when it cannot be used, 403 when it is another's
     */
    AccessToken token(String scope, long id) {
        var token = tokens.find(id).orElseThrow(AccessTokens::missing);
        boolean own = token.ownerId() == caller.principal().id();
        allowed(scope, own ? Set.of("owner") : Set.of());
        return token;
    }

    /**
     * The token that the request shows.
     *
     * @throws ApiException 401 when it shows something else, 403 when its owner may have none
     */
    AccessToken shown() {
        return caller.user()
                .filter(principal -> principal.signIn() == Principal.SignIn.ACCESS_TOKEN)
                .map(principal -> token("view", principal.tokenId()))
                .orElseThrow(() -> ApiException.unauthenticated().with("WWW-Authenticate", "Bearer"));
    }

    private Principal allowed(String scope, Set<String> held) {
        var principal = caller.principal();
        if (!rules.allows(scope, principal, null, held)) {
            throw ApiException.forbidden();
        }
        return principal;
    }
}
