package io.limn.data.remote;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of files that are fetched from addresses that users name. */
@ConfigMapping(prefix = "limn.data.remote")
public interface RemoteConfig {
    /** Most bytes of one file. */
    @WithDefault("26843545600")
    long bytes();

    /** Longest time to connect, and longest silence. */
    @WithDefault("30s")
    Duration silence();

    /** Longest time for one file. */
    @WithDefault("2h")
    Duration time();

    /** What servers are told who asks. */
    @WithDefault("CVAT/2.54.1 Limn")
    String userAgent();
}
