package io.limn.data.cloudstorage.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobRange;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import io.limn.data.cloudstorage.BucketClient;
import io.limn.data.cloudstorage.BucketFault;
import io.limn.data.cloudstorage.CloudObject;
import io.limn.data.cloudstorage.ObjectPage;
import io.limn.data.cloudstorage.ObjectRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A container of Azure Blob Storage. */
final class AzureContainer implements BucketClient {
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BlobContainerClient container;

    AzureContainer(BlobContainerClient container) {
        this.container = container;
    }

    /** A call of the library. */
    private interface Call<T> {
        T run() throws IOException;
    }

    private static <T> T call(Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (BlobStorageException refused) {
            throw BucketFault.of(refused.getStatusCode());
        } catch (UncheckedIOException broken) {
            throw new IOException("The cloud storage does not answer", broken.getCause());
        } catch (RuntimeException broken) {
            // Its message may name the address with its signature.
            throw new IOException("The cloud storage does not answer");
        }
    }

    @Override
    public void check() throws IOException {
        try {
            call(() -> container.getPropertiesWithResponse(null, PATIENCE, Context.NONE));
        } catch (BucketFault refused) {
            if (refused.reason() != BucketFault.Reason.FORBIDDEN) {
                throw refused;
            }
            // A signature may allow to list and read blobs and not to look at the container.
            list("", false, null, 1);
        }
    }

    @Override
    public ObjectPage list(String prefix, boolean oneLevel, String token, int most) throws IOException {
        return call(() -> {
            var options = new ListBlobsOptions().setPrefix(prefix).setMaxResultsPerPage(most);
            var pages = oneLevel
                    ? container.listBlobsByHierarchy("/", options, PATIENCE)
                    : container.listBlobs(options, PATIENCE);
            try (PagedResponse<BlobItem> page =
                    pages.iterableByPage(token, most).iterator().next()) {
                return page(page.getValue(), page.getContinuationToken());
            }
        });
    }

    private static ObjectPage page(List<BlobItem> items, String next) {
        var folders = new ArrayList<String>();
        var keys = new ArrayList<String>();
        for (var item : items) {
            if (Boolean.TRUE.equals(item.isPrefix())) {
                folders.add(item.getName());
            } else {
                keys.add(item.getName());
            }
        }
        return new ObjectPage(folders, keys, next == null || next.isEmpty() ? null : next);
    }

    @Override
    public long length(String key) throws IOException {
        return call(() -> container.getBlobClient(key).getProperties().getBlobSize());
    }

    @Override
    public ObjectRange read(String key, long offset, int count) throws IOException {
        return call(() -> {
            var bytes = new ByteArrayOutputStream();
            try {
                var answer = container
                        .getBlobClient(key)
                        .downloadStreamWithResponse(
                                bytes, new BlobRange(offset, (long) count), null, null, false, PATIENCE, Context.NONE);
                var range = answer.getHeaders().getValue(HttpHeaderName.CONTENT_RANGE);
                long total = range == null ? bytes.size() : Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
                return new ObjectRange(bytes.toByteArray(), total);
            } catch (BlobStorageException refused) {
                if (refused.getStatusCode() != RANGE_NOT_SATISFIABLE) {
                    throw refused;
                }
                return new ObjectRange(new byte[0], length(key));
            }
        });
    }

    @Override
    public CloudObject open(String key) throws IOException {
        return call(() -> {
            var stream = container.getBlobClient(key).openInputStream();
            return new CloudObject(stream, stream.getProperties().getBlobSize());
        });
    }

    @Override
    public void put(String key, InputStream bytes, long length) throws IOException {
        call(() -> {
            new AzureUpload(container.getBlobClient(key).getBlockBlobClient()).send(bytes, length);
            return null;
        });
    }

    @Override
    public Set<String> actions() {
        return null;
    }
}
