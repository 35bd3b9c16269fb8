package io.limn.gateway.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the gateway finds out whether the services are well. */
@ConfigMapping(prefix = "limn.gateway.health")
public interface HealthConfig {
    /** Services without which the whole is not well; the others are shown and nothing more. */
    @WithDefault("auth,task,data")
    Set<String> required();

    /** Addresses of the readiness of a service, when they do not follow from its own ones. */
    Map<String, List<URI>> readiness();

    /** How far a service's management port is above its own. */
    @WithDefault("1000")
    int managementOffset();

    /** Path of the readiness on the management port. */
    @WithDefault("/q/health/ready")
    String path();

    /** How long a service may take. */
    @WithDefault("2s")
    Duration timeout();

    /** How long an answer is good for. */
    @WithDefault("1s")
    Duration age();
}
