package io.limn.auth;

import io.limn.common.testing.ContractWalk;
import java.util.Set;

class ContractTest extends ContractWalk {
    /** Addresses for browsers, which links lead to. */
    @Override
    protected Set<String> unlisted() {
        return Set.of(
                "GET /api/auth/account-confirm-email/{}", "GET /api/auth/oidc/login", "GET /api/auth/oidc/callback");
    }
}
