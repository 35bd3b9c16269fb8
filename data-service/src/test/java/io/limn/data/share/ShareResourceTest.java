package io.limn.data.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.limn.common.testing.Jwts;
import io.limn.common.testing.Media;
import io.limn.data.DataTest;
import io.limn.data.media.SourceIndex;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ShareResourceTest extends DataTest {
    private static final String SHARE = "/api/server/share";

    @Inject
    ShareConfig config;

    @Inject
    SourceIndex index;

    @BeforeEach
    void fill() throws IOException {
        var root = config.folder().orElseThrow();
        put(root, "street/b.png", Media.png(31, 20, 1));
        put(root, "street/a.png", Media.png(30, 20, 2));
        put(root, "street/below/c.png", Media.png(32, 20, 3));
        put(root, "street/notes.txt", "words".getBytes(StandardCharsets.UTF_8));
        put(root, "street/pack.zip", new byte[] {'P', 'K'});
        if (!Files.exists(root.resolve("out"))) {
            Files.createSymbolicLink(root.resolve("out"), Path.of("/"));
        }
    }

    private static void put(Path root, String name, byte[] bytes) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    @Test
    void foldersComeFirstAndEachEntryTellsItsKind() {
        as(ALICE)
                .get(SHARE + "?directory=/street/")
                .then()
                .statusCode(200)
                .body("name", contains("below", "a.png", "b.png", "notes.txt", "pack.zip"))
                .body("type", contains("DIR", "REG", "REG", "REG", "REG"))
                .body("mime_type", contains("DIR", "image", "image", "unknown", "archive"));
    }

    @Test
    void namesAreSearchedByTheirBeginningAndCaseCounts() {
        as(ALICE).get(SHARE + "?directory=street&search=a").then().body("name", contains("a.png"));
        as(ALICE).get(SHARE + "?directory=street&search=A").then().body("", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "../", "//etc", "street/a.png", "out", "out/etc", "street/../../", "a\0b"})
    void whatIsNoFolderOfTheShareIsRefused(String directory) {
        var shown = directory.startsWith("/") ? directory.substring(1) : directory;
        as(ALICE)
                .queryParam("directory", directory)
                .get(SHARE)
                .then()
                .statusCode(400)
                .body(equalTo("\"" + shown.replace("\0", "\\u0000") + " is an invalid directory\""));
    }

    @Test
    void linksOutOfTheShareAreNotShown() {
        var names =
                as(ALICE).get(SHARE).then().statusCode(200).extract().jsonPath().getList("name", String.class);
        assertThat(names).contains("street").doesNotContain("out");
    }

    @Test
    void workersAndStrangersMayNotLook() {
        as(Jwts.user(13, "wanda").groups("worker")).get(SHARE).then().statusCode(403);
        io.restassured.RestAssured.get(SHARE).then().statusCode(401);
    }

    @Test
    void picturesOfTheShareStayWhereTheyAre() throws IOException {
        long task = newTask();
        create(
                task,
                "{\"image_quality\": 70, \"server_files\": [\"/street/\"], \"server_files_exclude\": [\"street/b.png\"]}");

        var data = processedData(task);
        var pictures = index.pictures(data, List.of(0, 1, 2));
        assertThat(pictures.values().stream().map(SourceIndex.Picture::name))
                .containsExactly("street/a.png", "street/below/c.png");
        try (var bytes = index.openPicture(data, 0)) {
            assertThat(bytes.readUpTo(0, 1 << 16)).isEqualTo(Media.png(30, 20, 2));
        }
    }

    @Test
    void copiesDoNotNeedTheShareAnyMore() throws IOException {
        var root = config.folder().orElseThrow();
        put(root, "gone/a.png", Media.png(21, 20, 1));
        long task = newTask();
        create(task, "{\"image_quality\": 70, \"server_files\": [\"gone/a.png\"], \"copy_data\": true}");
        var data = processedData(task);

        Files.delete(root.resolve("gone/a.png"));

        try (var bytes = index.openPicture(data, 0)) {
            assertThat(bytes.readUpTo(0, 1 << 16)).isEqualTo(Media.png(21, 20, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.png", "a/../../b.png"})
    void stepsOutOfTheShareFailTheRequest(String path) {
        long task = newTask();
        create(task, "{\"image_quality\": 70, \"server_files\": [\"" + path + "\"]}");
        assertThat(awaitCreation(task, "failed").getString("message")).contains("Don't use '..' inside file paths");
    }

    @Test
    void linksOutOfTheShareFailTheRequest() throws IOException {
        var secret = Files.write(Files.createTempFile("secret", ".png"), Media.png(8, 8, 1));
        var link = config.folder().orElseThrow().resolve("link.png");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, secret);
        long task = newTask();
        create(task, "{\"image_quality\": 70, \"server_files\": [\"link.png\"]}");
        assertThat(awaitCreation(task, "failed").getString("message")).contains("Bad file path: link.png");
    }

    @Test
    void aFileThatIsNotThereFailsTheRequest() {
        long task = newTask();
        create(task, "{\"image_quality\": 70, \"server_files\": [\"none.png\"]}");
        assertThat(awaitCreation(task, "failed").getString("message")).contains("none.png");
    }

    private static void create(long task, String body) {
        as(ALICE)
                .contentType(ContentType.JSON)
                .body(body)
                .post(data(task))
                .then()
                .statusCode(202);
    }

    private long processedData(long task) {
        long data = task + 1_000_000;
        org.awaitility.Awaitility.await().until(() -> index.find(data).isPresent());
        return data;
    }
}
