package io.limn.task;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder of its own for the bytes of the service under test. */
public class Blobs implements QuarkusTestResourceLifecycleManager {
    private static Path folder;

    /** Where the service keeps its bytes. */
    public static Path folder() {
        return folder;
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("limn-blobs");
            return Map.of("limn.blob.folder", folder.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {}
}
