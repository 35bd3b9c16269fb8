package io.limn.data.cloudstorage.azure;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.options.BlockBlobStageBlockOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import io.limn.data.cloudstorage.Pieces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;

/** Sends a blob: a small one at once, a large one in blocks that become a blob when the last has arrived. */
final class AzureUpload {
    private static final int MOST_BLOCKS = 45_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BlockBlobClient blob;

    AzureUpload(BlockBlobClient blob) {
        this.blob = blob;
    }

    void send(InputStream bytes, long length) throws IOException {
        if (length <= Pieces.SIZE) {
            var all = BinaryData.fromBytes(Pieces.next(bytes, (int) length));
            blob.uploadWithResponse(new BlockBlobSimpleUploadOptions(all), PATIENCE, Context.NONE);
            return;
        }
        int size = Pieces.size(length, MOST_BLOCKS);
        var blocks = new ArrayList<String>();
        for (long sent = 0; sent < length; sent += size) {
            var name = Base64.getEncoder()
                    .encodeToString("%08d".formatted(blocks.size()).getBytes(StandardCharsets.UTF_8));
            var piece = BinaryData.fromBytes(Pieces.next(bytes, (int) Math.min(size, length - sent)));
            blob.stageBlockWithResponse(new BlockBlobStageBlockOptions(name, piece), PATIENCE, Context.NONE);
            blocks.add(name);
        }
        blob.commitBlockList(blocks, true);
    }
}
