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

    /** Answers and bodies with secrets are not kept, not even as a digest; and who signs in is nobody yet. */
    @Override
    protected Set<String> unkeyed() {
        return Set.of(
                "POST /api/auth/access_tokens",
                "POST /api/auth/login",
                "POST /api/auth/password/change",
                "POST /api/auth/password/reset",
                "POST /api/auth/password/reset/confirm",
                "POST /api/auth/register");
    }
}
