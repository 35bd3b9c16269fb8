package io.limn.auth.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.limn.common.api.ApiException;
import io.limn.common.api.Links;
import io.limn.common.identity.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Users as they see themselves, which every page of the user interface asks for. One is kept for less than a second, and
 * for one token: whoever changed himself gets another token with his next request, and with it the new state.
 */
@ApplicationScoped
class Selves {
    private final Cache<Key, FullUser> selves = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(Duration.ofMillis(700))
            .build();

    private final Users users;
    private final Links links;

    Selves(Users users, Links links) {
        this.users = users;
        this.links = links;
    }

    /** Links depend on the address under which the server was reached. */
    private record Key(long user, String token, String origin) {}

    /** A user was changed here: who asks next, even before the gateway has another token, sees it. */
    void forget(long user) {
        selves.asMap().keySet().removeIf(key -> key.user() == user);
    }

    /** @throws ApiException 401 when the user is gone */
    FullUser of(Principal principal) {
        return selves.get(new Key(principal.id(), principal.token(), links.origin()), key -> users.find(principal.id())
                .map(user -> FullUser.of(user, links))
                .orElseThrow(() -> ApiException.unauthenticated("User inactive or deleted.")));
    }
}
