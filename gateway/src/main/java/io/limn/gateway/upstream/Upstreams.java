package io.limn.gateway.upstream;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** The services by name, read from {@code limn.services.<name>}: addresses joined by commas. */
@Singleton
public final class Upstreams {
    private static final Set<String> SERVICES = Set.of("auth", "task", "data", "lambda");

    private final Map<String, UpstreamGroup> groups;

    Upstreams(Config config, ForwardConfig forward) {
        groups = SERVICES.stream()
                .collect(Collectors.toUnmodifiableMap(
                        name -> name, name -> group(config.getValues("limn.services." + name, URI.class), forward)));
    }

    private static UpstreamGroup group(List<URI> addresses, ForwardConfig forward) {
        return new UpstreamGroup(addresses.stream()
                .map(address -> new Upstream(address, forward.rest()))
                .toList());
    }

    /**
     * The replicas of a service.
     *
     * @throws IllegalArgumentException when there is no such service
     */
    public UpstreamGroup of(String service) {
        var group = groups.get(service);
        if (group == null) {
            throw new IllegalArgumentException("No service is named " + service);
        }
        return group;
    }

    /** Names of all services. */
    public Set<String> names() {
        return SERVICES;
    }
}
