package io.limn.data.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** Folders of their own for blobs and derived files. */
public class Folders implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try {
            return Map.of(
                    "limn.blob.folder", Files.createTempDirectory("limn-blobs").toString(),
                    "limn.frame.cache-folder",
                            Files.createTempDirectory("limn-frames").toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {}
}
