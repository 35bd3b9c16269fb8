package io.limn.auth.accesstoken;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.limn.auth.user.BasicUser;
import java.time.Instant;

/**
 * A token as its owner sees it.
 *
 * @param value what a client has to show; only in the answer that makes the token
 */
record AccessTokenView(
        long id,
        String name,
        Instant createdDate,
        Instant updatedDate,
        Instant expiryDate,
        Instant lastUsedDate,
        boolean readOnly,
        BasicUser owner,
        @JsonInclude(JsonInclude.Include.NON_NULL) String value) {

    static AccessTokenView of(AccessToken token, BasicUser owner) {
        return new AccessTokenView(
                token.id(),
                token.name(),
                token.created(),
                token.updated(),
                token.expiry(),
                token.used(),
                token.isReadOnly(),
                owner,
                null);
    }

    AccessTokenView with(AccessTokenValue shown) {
        return new AccessTokenView(
                id, name, createdDate, updatedDate, expiryDate, lastUsedDate, readOnly, owner, shown.text());
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "AccessTokenView[id=" + id + "]";
    }
}
