package io.limn.data.frame;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;

/** Settings for tests without a container. */
record TestFrameConfig(Path cacheFolder, Duration patience, int queue, long cacheBytes) implements FrameConfig {
    @Override
    public MemorySize cacheSize() {
        return new MemorySize(BigInteger.valueOf(cacheBytes));
    }

    @Override
    public Duration timeout() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int builders() {
        return 4;
    }

    @Override
    public long largest() {
        return 1 << 20;
    }

    @Override
    public Duration remember() {
        return Duration.ofMinutes(1);
    }
}
