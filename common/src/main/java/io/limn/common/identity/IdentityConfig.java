package io.limn.common.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who this service is to the others, and whose tokens it believes. */
@ConfigMapping(prefix = "limn.identity")
public interface IdentityConfig {
    /** Name of this service, the issuer of its internal tokens. */
    @WithDefault("${quarkus.application.name}")
    String serviceName();

    /** File with the private key of this service, one JSON Web Key on the curve P-256. */
    Optional<String> serviceKey();

    /** File with the public keys of all services, a JSON Web Key Set whose key ids are the services' names. */
    Optional<String> serviceJwks();

    /** Where the public keys of user tokens are: the address of auth-service, or a file. */
    @WithDefault("${limn.services.auth:http://127.0.0.1:8081}/internal/jwks")
    String jwksUrl();

    /** How often the public keys of user tokens are read again. */
    @WithDefault("5m")
    Duration jwksRefresh();

    /** How far the clocks of two machines may differ. */
    @WithDefault("10s")
    Duration clockSkew();
}
