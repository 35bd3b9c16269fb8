package io.limn.data.decoder;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of decoder processes for tests without a container. */
record TestDecoderConfig(OptionalInt processes, MemorySize memory, Duration timeout) implements DecoderConfig {
    static TestDecoderConfig usual() {
        return new TestDecoderConfig(OptionalInt.of(1), megabytes(768), Duration.ofSeconds(60));
    }

    static MemorySize megabytes(long count) {
        return new MemorySize(BigInteger.valueOf(count << 20));
    }

    @Override
    public MemorySize heap() {
        return megabytes(48);
    }

    @Override
    public MemorySize recycle() {
        return megabytes(400);
    }

    @Override
    public Duration idle() {
        return Duration.ofMinutes(1);
    }

    @Override
    public long pixels() {
        return 100_000_000;
    }

    @Override
    public MemorySize fileSize() {
        return megabytes(512);
    }

    @Override
    public Path directory() {
        return Path.of(System.getProperty("java.io.tmpdir"), "limn-decoder-test");
    }

    @Override
    public Optional<String> classPath() {
        return Optional.empty();
    }
}
