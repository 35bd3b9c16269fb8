package io.limn.data.cloudstorage.gcs;

import com.google.api.client.googleapis.media.MediaHttpUploader;
import com.google.api.client.http.AbstractInputStreamContent;
import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.InputStreamContent;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.StorageObject;
import io.limn.data.cloudstorage.BucketClient;
import io.limn.data.cloudstorage.BucketFault;
import io.limn.data.cloudstorage.CloudObject;
import io.limn.data.cloudstorage.ObjectPage;
import io.limn.data.cloudstorage.ObjectRange;
import io.limn.data.cloudstorage.Pieces;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** A bucket of Google Cloud Storage, through its JSON API. */
final class GoogleBucket implements BucketClient {
    private static final String ANY_TYPE = "application/octet-stream";
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Storage storage;
    private final String bucket;

    GoogleBucket(Storage storage, String bucket) {
        this.storage = storage;
        this.bucket = bucket;
    }

    /** A call of the library. */
    private interface Call<T> {
        T run() throws IOException;
    }

    private static <T> T call(Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (HttpResponseException refused) {
            throw BucketFault.of(refused.getStatusCode());
        } catch (BucketFault refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // A refusal of the key may repeat it.
            throw new IOException(
                    "The cloud storage does not answer: " + broken.getClass().getSimpleName());
        }
    }

    @Override
    public void check() throws IOException {
        try {
            call(() -> storage.buckets().get(bucket).setFields("name").execute());
        } catch (BucketFault refused) {
            if (refused.reason() != BucketFault.Reason.FORBIDDEN) {
                throw refused;
            }
            // Who may list and read objects need not be allowed to look at the bucket.
            list("", false, null, 1);
        }
    }

    @Override
    public ObjectPage list(String prefix, boolean oneLevel, String token, int most) throws IOException {
        var page = call(() -> storage.objects()
                .list(bucket)
                .setPrefix(prefix)
                .setDelimiter(oneLevel ? "/" : null)
                .setPageToken(token)
                .setMaxResults((long) most)
                .setFields("prefixes,items(name),nextPageToken")
                .execute());
        List<StorageObject> items = page.getItems() == null ? List.of() : page.getItems();
        return new ObjectPage(
                page.getPrefixes() == null ? List.of() : page.getPrefixes(),
                items.stream().map(StorageObject::getName).toList(),
                page.getNextPageToken());
    }

    @Override
    public long length(String key) throws IOException {
        return call(() -> storage.objects().get(bucket, key).setFields("size").execute())
                .getSize()
                .longValue();
    }

    @Override
    public ObjectRange read(String key, long offset, int count) throws IOException {
        return call(() -> {
            var get = storage.objects().get(bucket, key);
            get.getRequestHeaders().setRange("bytes=" + offset + "-" + (offset + count - 1));
            try {
                var answer = get.executeMedia();
                try (var content = answer.getContent()) {
                    var bytes = content == null ? new byte[0] : content.readNBytes(count);
                    return new ObjectRange(bytes, total(answer, bytes.length));
                }
            } catch (HttpResponseException refused) {
                if (refused.getStatusCode() != RANGE_NOT_SATISFIABLE) {
                    throw refused;
                }
                return new ObjectRange(new byte[0], length(key));
            }
        });
    }

    private static long total(HttpResponse answer, int read) {
        var range = answer.getHeaders().getContentRange();
        if (range != null) {
            return Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
        }
        var length = answer.getHeaders().getContentLength();
        return length == null ? read : length;
    }

    @Override
    public CloudObject open(String key) throws IOException {
        long length = length(key);
        return call(() -> new CloudObject(storage.objects().get(bucket, key).executeMediaAsInputStream(), length));
    }

    @Override
    public void put(String key, InputStream bytes, long length) throws IOException {
        boolean small = length <= Pieces.SIZE;
        AbstractInputStreamContent content = small
                ? new ByteArrayContent(ANY_TYPE, Pieces.next(bytes, (int) length))
                : new InputStreamContent(ANY_TYPE, new WholeStream(bytes, length)).setLength(length);
        call(() -> {
            var insert = storage.objects().insert(bucket, new StorageObject().setName(key), content);
            // Pictures and archives do not get smaller.
            insert.setDisableGZipContent(true);
            insert.getMediaHttpUploader()
                    .setDirectUploadEnabled(small)
                    .setChunkSize(Math.max(MediaHttpUploader.MINIMUM_CHUNK_SIZE, Pieces.SIZE));
            return insert.execute();
        });
    }

    @Override
    public Set<String> actions() {
        return null;
    }
}
