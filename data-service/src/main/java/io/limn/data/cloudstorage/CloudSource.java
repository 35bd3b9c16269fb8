package io.limn.data.cloudstorage;

import io.limn.data.media.SeekableSource;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An object that is read at any place. What is fetched at once grows with each request, since a request costs more than
 * the bytes: the head of a picture takes one small request, a whole picture one or two, a video few.
 */
final class CloudSource implements SeekableSource {
    private static final int HEAD = 16 << 10;
    private static final int WHOLE = 2 << 20;
    private static final int LARGEST = 8 << 20;
    private static final int GROWTH = 4;
    private static final int KEPT = 3;

    private record Window(long start, byte[] bytes) {
        boolean holds(long offset) {
            return offset >= start && offset < start + bytes.length;
        }
    }

    private final Bucket bucket;
    private final String key;
    private final long length;
    private final Deque<Window> windows = new ArrayDeque<>();
    private int next;

    private CloudSource(Bucket bucket, String key, int first) throws IOException {
        this.bucket = bucket;
        this.key = key;
        var range = bucket.read(key, 0, first);
        this.length = range.total();
        this.next = first;
        keep(new Window(0, range.bytes()));
    }

    /** For one who reads the head, and perhaps more. */
    static CloudSource head(Bucket bucket, String key) throws IOException {
        return new CloudSource(bucket, key, HEAD);
    }

    /** For one who reads most of it. */
    static CloudSource whole(Bucket bucket, String key) throws IOException {
        return new CloudSource(bucket, key, WHOLE);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public int read(long offset, byte[] into, int at, int count) throws IOException {
        if (offset >= length) {
            return -1;
        }
        var window = window(offset);
        int from = (int) (offset - window.start());
        int taken = Math.min(count, window.bytes().length - from);
        System.arraycopy(window.bytes(), from, into, at, taken);
        return taken;
    }

    private Window window(long offset) throws IOException {
        for (var window : windows) {
            if (window.holds(offset)) {
                return window;
            }
        }
        next = Math.min(LARGEST, next * GROWTH);
        var range = bucket.read(key, offset, (int) Math.min(next, length - offset));
        if (range.bytes().length == 0) {
            throw new IOException("The object " + key + " is shorter than it was");
        }
        var window = new Window(offset, range.bytes());
        keep(window);
        return window;
    }

    private void keep(Window window) {
        if (window.bytes().length == 0) {
            return;
        }
        windows.addFirst(window);
        if (windows.size() > KEPT) {
            windows.removeLast();
        }
    }

    @Override
    public void close() {
        windows.clear();
    }
}
