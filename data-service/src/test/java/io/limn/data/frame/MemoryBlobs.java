package io.limn.data.frame;

import io.limn.common.blob.BlobNotFoundException;
import io.limn.common.blob.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A store in memory, for tests of what surrounds one. */
final class MemoryBlobs implements BlobStore {
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();

    @Override
    public void put(String key, InputStream bytes, long length) throws IOException {
        blobs.put(key, bytes.readNBytes(Math.toIntExact(length)));
    }

    @Override
    public InputStream get(String key) throws IOException {
        byte[] bytes = blobs.get(key);
        if (bytes == null) {
            throw new BlobNotFoundException(key);
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public InputStream get(String key, long offset, long length) throws IOException {
        InputStream bytes = get(key);
        bytes.skipNBytes(offset);
        return new ByteArrayInputStream(bytes.readNBytes(Math.toIntExact(length)));
    }

    @Override
    public long size(String key) throws IOException {
        return get(key).available();
    }

    @Override
    public void delete(String key) {
        blobs.remove(key);
    }

    @Override
    public Stream<String> list(String prefix) {
        return blobs.keySet().stream().filter(key -> key.startsWith(prefix));
    }
}
