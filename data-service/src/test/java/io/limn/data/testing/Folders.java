package io.limn.data.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** Folders of their own for blobs, derived files and the share; files may be fetched from 127.0.0.1. */
public class Folders implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try {
            return Map.of(
                    "limn.blob.folder", Files.createTempDirectory("limn-blobs").toString(),
                    "limn.frame.cache-folder",
                            Files.createTempDirectory("limn-frames").toString(),
                    "limn.share.folder", Files.createTempDirectory("limn-share").toString(),
                    "limn.egress.allow", "127.0.0.1",
                    "limn.secrets.keys", "second:" + "b".repeat(40) + ",first:" + "a".repeat(40));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {}
}
