package io.limn.common.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobStoreTest extends BlobStoreContract {
    @TempDir
    Path root;

    private FolderBlobStore store;

    @BeforeEach
    void open() {
        store = new FolderBlobStore(root.resolve("blobs"));
    }

    @Override
    BlobStore store() {
        return store;
    }

    @Test
    void leavesNoUnfinishedFiles() throws Exception {
        store.put("a", new ByteArrayInputStream(new byte[3]), 3);

        try (var files = Files.walk(root).filter(Files::isRegularFile)) {
            assertThat(files).containsExactly(store.file("a"));
        }
    }
}
