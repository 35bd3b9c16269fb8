package io.limn.auth.oidc;

import io.limn.common.api.ApiException;
import org.jboss.logging.Logger;

/** Sign-ins that are not let through. What the provider or the browser sent is never part of the answer. */
final class Refused {
    private static final Logger LOG = Logger.getLogger(Refused.class);

    private Refused() {}

    /** 400: the sign-in has to be begun anew. */
    static ApiException because(String reason) {
        LOG.infof("A sign-in at the identity provider was refused: %s", reason);
        return ApiException.text(400, "The sign-in failed: " + reason + ". Please begin again.");
    }

    /** 403: this person does not get in. */
    static ApiException forbidden(String reason) {
        LOG.infof("A sign-in at the identity provider was refused: %s", reason);
        return ApiException.text(403, "The sign-in failed: " + reason + ".");
    }

    /** 503: the provider is of no use just now. */
    static ApiException away(String reason) {
        LOG.warnf("The identity provider cannot be used: %s", reason);
        return ApiException.text(503, "The identity provider cannot be reached. Please try again later.")
                .with("Retry-After", "10");
    }
}
