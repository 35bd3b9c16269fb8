package io.limn.common.identity;

import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Tells work that starts long after it was asked for whether who asked for it may still work at all. */
@ApplicationScoped
public class ActiveUsers {
    private static final Logger LOG = Logger.getLogger(ActiveUsers.class);

    private final ServiceClient services;

    ActiveUsers(ServiceClient services) {
        this.services = services;
    }

    /**
     * Whether a user exists and is active. While auth-service is away, who was so when he asked is taken to be so still:
     * work shall go on without it.
     */
    public boolean isActive(long user) {
        try {
            var answer = services.call("auth", "GET", "/internal/users/" + user, null);
            return answer.status() != 404
                    && answer.orRelay().body().path("is_active").asBoolean(true);
        } catch (ApiException away) {
            LOG.infof("Whether user %d is active is not known: %s", user, away.getMessage());
            return true;
        }
    }
}
