package io.limn.data.cloudstorage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;

import io.limn.common.testing.Media;
import io.limn.data.media.SourceIndex;
import io.limn.data.media.SourceUnavailableException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that are made of objects of a cloud storage. */
@QuarkusTest
class CloudTaskTest extends CloudStorageTest {
    @Inject
    SourceIndex index;

    @Inject
    CloudObjects objects;

    private static Response ask(long task, int storage, Map<String, ?> request) {
        var body = new HashMap<String, Object>(request);
        body.put("image_quality", 70);
        body.put("cloud_storage_id", storage);
        return as(ALICE).contentType(ContentType.JSON).body(body).post(data(task));
    }

    private long make(int storage, Map<String, ?> request) {
        long task = newTask();
        ask(task, storage, request).then().statusCode(202);
        long data = task + 1_000_000;
        Awaitility.await().until(() -> index.find(data).isPresent());
        return data;
    }

    private List<String> names(long data) {
        int count = index.find(data).orElseThrow().sourceCount();
        var pictures = index.pictures(data, IntStream.range(0, count).boxed().toList());
        return IntStream.range(0, count)
                .mapToObj(position -> pictures.get(position).name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pictures/b.png pictures/a.png | | pictures/a.png pictures/b.png",
                "pictures/ | | pictures/a.png pictures/b.png pictures/c.png pictures/deep/d.png",
                "manifest.jsonl | | other/f.png pictures/a.png pictures/c.png",
                "pictures/c.png pictures/b.png manifest.jsonl | | pictures/c.png",
                "pictures/deep/ pictures/manifest.jsonl | | pictures/deep/d.png",
                " | pictures/[ab].png | pictures/a.png pictures/b.png",
                "manifest.jsonl | *s/[!a].png | pictures/c.png"
            })
    void keysFoldersManifestsAndPatternsNamePictures(String files, String pattern, String frames) {
        var request = new HashMap<String, Object>();
        request.put("server_files", files == null ? List.of() : List.of(files.split(" ")));
        if (pattern != null) {
            request.put("filename_pattern", pattern);
        }
        assertThat(names(make(create(), request))).containsExactly(frames.split(" "));
    }

    @Test
    void exclusionsMappingsAndThePrefixNarrowWhatIsTaken() {
        var excluded = Map.of(
                "server_files", List.of("pictures/"),
                "server_files_exclude", List.of("pictures/deep/", "pictures/b.png"));
        assertThat(names(make(create(), excluded))).containsExactly("pictures/a.png", "pictures/c.png");

        var mapped = Map.of(
                "server_files", List.of("pictures/"),
                "job_file_mapping", List.of(List.of("pictures/c.png"), List.of("pictures/a.png")));
        assertThat(names(make(create(), mapped))).containsExactly("pictures/c.png", "pictures/a.png");

        int narrow = create("specific_attributes", S3Objects.shared().attributes("pictures/"));
        assertThat(names(make(narrow, Map.of("server_files", List.of("pictures/a.png", "other/f.png")))))
                .containsExactly("pictures/a.png");
    }

    @Test
    void picturesStayInTheBucketAndAreReadFromThere() throws IOException {
        S3Objects.shared().put("stay/one.png", Media.png(33, 22, 7));
        int storage = create();
        long data = make(storage, Map.of("server_files", List.of("stay/one.png")));
        try (var bytes = index.openPicture(data, 0)) {
            assertThat(bytes.readUpTo(0, 1 << 16)).isEqualTo(Media.png(33, 22, 7));
        }
        S3Objects.shared().delete("stay/one.png");
        assertThatThrownBy(() -> index.openPicture(data, 0))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessage("The file 'stay/one.png' not found on the cloud storage 'limn'");

        as(ALICE).delete(STORAGES + "/" + storage).then().statusCode(204);
        assertThatThrownBy(() -> index.openPicture(data, 0))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessage("Task is no longer connected to cloud storage");
    }

    @Test
    void whatIsPackedIsFetched() throws IOException {
        S3Objects.shared().put("packed/pack.zip", Zip.of(Map.of("x/1.png", Media.png(30, 20, 1))));
        long data = make(create(), Map.of("server_files", List.of("packed/pack.zip")));
        assertThat(names(data)).containsExactly("x/1.png");
        S3Objects.shared().delete("packed/pack.zip");
        try (var bytes = index.openPicture(data, 0)) {
            assertThat(bytes.readUpTo(0, 1 << 16)).isEqualTo(Media.png(30, 20, 1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pictures/none.png | The file 'pictures/none.png' not found on the cloud storage 'limn'",
                "pictures/deep/d.png manifest.jsonl | There is no intersection of the files specified",
                "pictures/a.png bad.jsonl | Invalid manifest was uploaded",
                "notes.txt | No media data found",
                "manifest.jsonl gone.jsonl | Only one manifest file can be attached to data"
            })
    void whatCannotBeHadFailsTheRequest(String files, String message) {
        long task = newTask();
        ask(task, create(), Map.of("server_files", List.of(files.split(" "))))
                .then()
                .statusCode(202);
        assertThat(awaitCreation(task, "failed").getString("message")).contains(message);
    }

    @Test
    void aStorageOfOthersIsRefusedAtOnce() {
        int storage = create();
        var body = Map.of("image_quality", 70, "cloud_storage_id", storage, "server_files", List.of("a.png"));
        as(BOB).contentType(ContentType.JSON)
                .body(body)
                .post(data(newTask()))
                .then()
                .statusCode(403);
        as(BOB).header("Upload-Start", "true")
                .contentType(ContentType.JSON)
                .body(body)
                .post(data(newTask()))
                .then()
                .statusCode(403);
        ask(newTask(), 99_999_999, Map.of())
                .then()
                .statusCode(400)
                .body("$", contains("CloudStorage matching query does not exist."));
    }

    @Test
    void exportsAreWrittenAndImportsRead() throws IOException {
        int storage = create();
        var small = "words".getBytes(StandardCharsets.UTF_8);
        objects.put(storage, "out/small.txt", new ByteArrayInputStream(small), small.length);
        assertThat(S3Objects.shared().get("out/small.txt")).isEqualTo(small);

        var large = new byte[20 << 20];
        large[large.length - 1] = 7;
        objects.put(storage, "out/large.bin", new ByteArrayInputStream(large), large.length);
        try (var object = objects.open(storage, "out/large.bin")) {
            assertThat(object.length()).isEqualTo(large.length);
            assertThat(object.bytes().readAllBytes()).isEqualTo(large);
        }
    }
}
