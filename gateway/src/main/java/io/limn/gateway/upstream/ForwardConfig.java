package io.limn.gateway.upstream;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How requests travel to the services. */
@ConfigMapping(prefix = "limn.gateway.forward")
public interface ForwardConfig {
    /** How long a connection to a service may take to come about. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a service may be silent before its answer begins; the time in which a body still arrives is not counted. */
    @WithDefault("120s")
    Duration answerTimeout();

    /** How long nothing may move on a connection to a service before it is closed. */
    @WithDefault("300s")
    Duration idleTimeout();

    /** How long a replica that could not be reached is left alone. */
    @WithDefault("1s")
    Duration rest();

    /** Connections to one replica at most, shared out among the event loops. */
    @WithDefault("1024")
    int connections();

    /** Requests that may wait for a connection before further ones are refused. */
    @WithDefault("2048")
    int queue();

    /** The largest JSON body. */
    @WithDefault("100M")
    MemorySize jsonLimit();

    /** The largest body of any other kind; without it there is no limit. */
    Optional<MemorySize> bodyLimit();
}
