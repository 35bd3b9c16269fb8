package io.limn.gateway.exchange;

import io.limn.common.identity.IdentityConfig;
import io.limn.common.identity.ServiceCredentials;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The gateway's own key; nothing else of the shared library is a bean here, since most of it needs a database. */
final class ServiceKey {
    private ServiceKey() {}

    @Produces
    @Singleton
    static ServiceCredentials credentials(IdentityConfig config) {
        return new ServiceCredentials(config);
    }
}
