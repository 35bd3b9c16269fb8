package io.limn.gateway.exchange;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Forgets trades at once when a change of users or memberships passes through this replica, so that a client's next
 * request sees what it did with the one before. Other replicas hear of it by the topic of identity events.
 */
@Singleton
public final class IdentityChanges {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Pattern USER = Pattern.compile("/api/users/(\\d{1,18})");

    /** Changes of others than the caller, or of a user whom the path does not tell. */
    private static final Pattern OTHERS =
            Pattern.compile("/api/(organizations|memberships|invitations|auth/password/reset)(/.*)?");

    private final CredentialExchange exchange;

    IdentityChanges(CredentialExchange exchange) {
        this.exchange = exchange;
    }

    /** Looks at an answer of auth-service. */
    public void after(String method, String path, int status, Trade trade) {
        if (SAFE.contains(method) || status >= 400) {
            return;
        }
        if (OTHERS.matcher(path).matches()) {
            exchange.forgetAll();
            return;
        }
        Matcher user = USER.matcher(path);
        if (user.matches()) {
            exchange.forget(Long.parseLong(user.group(1)));
        }
        if (trade.userId() != null) {
            exchange.forget(trade.userId());
        } else {
            exchange.forgetRefusals();
        }
    }
}
