package io.limn.data.cloudstorage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.data.DataTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every provider's bucket does; each provider proves it against a server of its own. */
public abstract class BucketContract extends DataTest {
    private static final byte[] WORDS = "0123456789".getBytes(StandardCharsets.UTF_8);

    private final String folder = "contract/" + UUID.randomUUID() + "/";

    /** A bucket that may be read and written. */
    protected abstract BucketClient bucket();

    /** A bucket that is not there. */
    protected abstract BucketClient missing();

    private void put(String name) throws IOException {
        bucket().put(folder + name, new ByteArrayInputStream(WORDS), WORDS.length);
    }

    @Test
    void objectsAreReadAsTheyWereWritten() throws IOException {
        put("a b/ü.txt");
        assertThat(bucket().length(folder + "a b/ü.txt")).isEqualTo(WORDS.length);
        try (var object = bucket().open(folder + "a b/ü.txt")) {
            assertThat(object.length()).isEqualTo(WORDS.length);
            assertThat(object.bytes().readAllBytes()).isEqualTo(WORDS);
        }
        var range = bucket().read(folder + "a b/ü.txt", 4, 3);
        assertThat(range.bytes()).isEqualTo("456".getBytes(StandardCharsets.UTF_8));
        assertThat(range.total()).isEqualTo(WORDS.length);
        assertThat(bucket().read(folder + "a b/ü.txt", 8, 100).bytes()).hasSize(2);
    }

    @Test
    void anEmptyObjectIsOneToo() throws IOException {
        bucket().put(folder + "empty", new ByteArrayInputStream(new byte[0]), 0);
        var range = bucket().read(folder + "empty", 0, 100);
        assertThat(range.bytes()).isEmpty();
        assertThat(range.total()).isZero();
    }

    @Test
    void largeObjectsGoInPieces() throws IOException {
        var large = new byte[Pieces.SIZE + 4321];
        large[large.length - 1] = 7;
        bucket().put(folder + "large", new ByteArrayInputStream(large), large.length);
        try (var object = bucket().open(folder + "large")) {
            assertThat(object.bytes().readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void whatEndsEarlyLeavesNothing() {
        for (int length : List.of(100, Pieces.SIZE + 100)) {
            assertThatThrownBy(() -> bucket().put(folder + "short", new ByteArrayInputStream(WORDS), length))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> bucket().length(folder + "short")).isInstanceOf(BucketFault.class);
        }
    }

    @Test
    void keysAreListedPageByPage() throws IOException {
        for (int i = 0; i < 5; i++) {
            put("list/" + i);
        }
        var keys = new ArrayList<String>();
        String token = null;
        int pages = 0;
        do {
            var page = bucket().list(folder + "list/", false, token, 2);
            keys.addAll(page.keys());
            token = page.next();
            pages++;
        } while (token != null && pages < 10);
        assertThat(keys).hasSize(5).isSorted();
        assertThat(pages).isGreaterThanOrEqualTo(3);
    }

    @Test
    void oneLevelShowsWhatLiesBelowAsFolders() throws IOException {
        put("level/one");
        put("level/below/two");
        put("level/below/three");
        var page = bucket().list(folder + "level/", true, null, 100);
        assertThat(page.keys()).containsExactly(folder + "level/one");
        assertThat(page.folders()).containsExactly(folder + "level/below/");
        var below = bucket().list(folder + "level/", false, null, 100);
        assertThat(below.keys()).hasSize(3);
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() throws IOException {
        bucket().check();
        for (BucketCall call : List.<BucketCall>of(
                () -> bucket().length(folder + "none"),
                () -> bucket().open(folder + "none").close(),
                () -> bucket().read(folder + "none", 0, 10),
                () -> missing().check())) {
            assertThatThrownBy(call::run).isInstanceOfSatisfying(BucketFault.class, fault -> assertThat(fault.reason())
                    .isEqualTo(BucketFault.Reason.NOT_FOUND));
        }
    }

    private interface BucketCall {
        void run() throws IOException;
    }
}
