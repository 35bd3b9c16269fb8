package io.limn.common.blob;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

/** Opens the configured store when it is first used, so that services without bytes need no configuration. */
final class BlobStoreProducer {
    @Produces
    @ApplicationScoped
    BlobStore open(BlobConfig config) {
        return switch (config.kind()) {
            case FOLDER ->
                new FolderBlobStore(
                        config.folder().orElseThrow(() -> new IllegalStateException("limn.blob.folder is not set")));
            case S3 -> S3BlobStore.open(config.s3());
        };
    }

    void close(@Disposes BlobStore store) throws Exception {
        if (store instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
