package io.limn.common.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does; one subclass for each. */
abstract class BlobStoreContract {
    private final String folder = "test/" + UUID.randomUUID();

    /** The store under test; it may hold other blobs. */
    abstract BlobStore store();

    @Test
    void givesBackWhatWasPut() throws Exception {
        var bytes = random(300_000);

        put("a.jpg", bytes);

        assertThat(store().get(key("a.jpg")).readAllBytes()).isEqualTo(bytes);
        assertThat(store().size(key("a.jpg"))).isEqualTo(300_000);
    }

    @Test
    void keepsAnEmptyBlob() throws Exception {
        put("empty", new byte[0]);

        assertThat(store().get(key("empty")).readAllBytes()).isEmpty();
        assertThat(store().size(key("empty"))).isZero();
    }

    @Test
    void givesRangesAndLeavesOutWhatLiesBeyondTheEnd() throws Exception {
        put("digits", "0123456789".getBytes());

        assertThat(range(2, 3)).isEqualTo("234");
        assertThat(range(0, 10)).isEqualTo("0123456789");
        assertThat(range(8, 100)).isEqualTo("89");
        assertThat(range(10, 5)).isEmpty();
        assertThat(range(50, 5)).isEmpty();
        assertThat(range(3, 0)).isEmpty();
    }

    private String range(long offset, long length) throws IOException {
        try (var in = store().get(key("digits"), offset, length)) {
            return new String(in.readAllBytes());
        }
    }

    @Test
    void takesNoMoreThanTheStatedLength() throws Exception {
        var in = new ByteArrayInputStream("0123456789".getBytes());

        store().put(key("first"), in, 4);
        store().put(key("second"), in, 6);

        assertThat(store().get(key("first")).readAllBytes()).asString().isEqualTo("0123");
        assertThat(store().get(key("second")).readAllBytes()).asString().isEqualTo("456789");
    }

    @Test
    void storesNothingWhenTheStreamEndsEarly() {
        var three = new ByteArrayInputStream(new byte[3]);

        assertThatThrownBy(() -> store().put(key("short"), three, 4)).isInstanceOf(EOFException.class);

        assertThatThrownBy(() -> store().size(key("short"))).isInstanceOf(BlobNotFoundException.class);
    }

    @Test
    void storesNothingWhenTheStreamBreaks() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection lost");
            }
        };

        assertThatThrownBy(() -> store().put(key("broken"), broken, 4))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("connection lost");

        assertThatThrownBy(() -> store().get(key("broken"))).isInstanceOf(BlobNotFoundException.class);
    }

    @Test
    void sendsLargeBlobsWithoutHoldingThem() throws Exception {
        long length = (70L << 20) + 11;

        store().put(key("large"), new Endless(), length);

        assertThat(store().size(key("large"))).isEqualTo(length);
        try (var in = store().get(key("large"), length - 5, 5)) {
            assertThat(in.readAllBytes()).hasSize(5);
        }
    }

    @Test
    void tellsThatABlobIsMissing() throws Exception {
        assertThatThrownBy(() -> store().get(key("none"))).isInstanceOf(BlobNotFoundException.class);
        assertThatThrownBy(() -> store().get(key("none"), 0, 1)).isInstanceOf(BlobNotFoundException.class);
        assertThatThrownBy(() -> store().get(key("none"), 0, 0)).isInstanceOf(BlobNotFoundException.class);
        assertThatThrownBy(() -> store().size(key("none"))).isInstanceOf(BlobNotFoundException.class);
        store().delete(key("none"));
    }

    @Test
    void forgetsWhatIsDeleted() throws Exception {
        put("gone", new byte[7]);

        store().delete(key("gone"));

        assertThatThrownBy(() -> store().get(key("gone"))).isInstanceOf(BlobNotFoundException.class);
    }

    @Test
    void listsByPrefix() throws Exception {
        put("a/1", new byte[1]);
        put("a/b/2", new byte[1]);
        put("ab", new byte[1]);

        assertThat(list(folder + "/a/")).containsExactlyInAnyOrder(key("a/1"), key("a/b/2"));
        assertThat(list(folder + "/a")).containsExactlyInAnyOrder(key("a/1"), key("a/b/2"), key("ab"));
        assertThat(list(folder + "/x/")).isEmpty();
        assertThat(list(folder)).contains(key("ab"));
    }

    private List<String> list(String prefix) throws IOException {
        try (var keys = store().list(prefix)) {
            return keys.collect(Collectors.toList());
        }
    }

    @Test
    void isSafeForConcurrentPutsOfTheSameBlob() throws Exception {
        var bytes = random(100_000);
        Callable<Void> put = () -> {
            put("same", bytes);
            return null;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(List.of(put, put, put, put))) {
                result.get();
            }
        }

        assertThat(store().get(key("same")).readAllBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "a/../b",
                "..",
                "a//b",
                "a/",
                ".hidden",
                "a/.b",
                "a\\b",
                "a b",
                "ü",
                "a\0"
            })
    void refusesKeysThatAreNone(String key) {
        assertThatThrownBy(() -> store().get(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().put(key, InputStream.nullInputStream(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().delete(key)).isInstanceOf(IllegalArgumentException.class);
    }

    private void put(String name, byte[] bytes) throws IOException {
        store().put(key(name), new ByteArrayInputStream(bytes), bytes.length);
    }

    private String key(String name) {
        return folder + "/" + name;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 42;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return length;
        }
    }
}
