package io.limn.data.cloudstorage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How cloud storages are reached. */
@ConfigMapping(prefix = "limn.data.cloud")
public interface CloudStorageConfig {
    /** Longest time to connect. */
    @WithDefault("3s")
    Duration connect();

    /** Longest silence of a provider. */
    @WithDefault("30s")
    Duration silence();

    /** Connections to one host at a time. */
    @WithDefault("64")
    int connections();

    /** Address of Google's storage API, where it is not the public one. */
    Optional<URI> googleEndpoint();
}
