package io.limn.common.blob;

import io.limn.common.testing.S3Server;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class S3BlobStoreTest extends BlobStoreContract {
    @TempDir
    static Path folder;

    private static S3Server server;
    private static S3BlobStore store;

    @BeforeAll
    static void start() {
        server = S3Server.start(folder);
        var config = new SmallRyeConfigBuilder()
                .withMapping(BlobConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "limn.blob.kind",
                                "s3",
                                "limn.blob.s3.endpoint",
                                server.endpoint().toString(),
                                "limn.blob.s3.bucket",
                                S3Server.BUCKET,
                                "limn.blob.s3.prefix",
                                "shared",
                                "limn.blob.s3.access-key",
                                S3Server.KEY,
                                "limn.blob.s3.secret-key",
                                S3Server.KEY),
                        "test",
                        500))
                .build();
        store = S3BlobStore.open(config.getConfigMapping(BlobConfig.class).s3());
    }

    @AfterAll
    static void stop() {
        store.close();
        server.close();
    }

    @Override
    BlobStore store() {
        return store;
    }
}
