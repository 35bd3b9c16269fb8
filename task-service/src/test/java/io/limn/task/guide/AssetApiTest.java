package io.limn.task.guide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.limn.common.testing.Jwts;
import io.limn.task.ApiTest;
import io.limn.task.Blobs;
import io.limn.task.Fixtures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssetApiTest extends ApiTest {
    private static final byte[] DOCUMENT = "%PDF-1.4 not really".getBytes(StandardCharsets.US_ASCII);

    @Inject
    DataSource database;

    private Fixtures fixtures;
    private int task;
    private int guide;

    @BeforeEach
    void aGuide() {
        fixtures = new Fixtures(database);
        task = create(ALICE, "/api/tasks", Map.of("name", "t"));
        guide = create(ALICE, "/api/guides", Map.of("task_id", task, "markdown", "x"));
    }

    private ValidatableResponse upload(Jwts user, Object guideId, String name, byte[] bytes, String type) {
        return given().header("Authorization", user.bearer())
                .multiPart("guide_id", guideId.toString())
                .multiPart("file", name, bytes, type)
                .post("/api/assets")
                .then();
    }

    private String document() {
        return upload(ALICE, guide, "notes.pdf", DOCUMENT, "application/pdf")
                .statusCode(201)
                .extract()
                .path("uuid");
    }

    private static byte[] picture(int width, int height, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return bytes.toByteArray();
    }

    @Test
    void aDocumentIsKeptAsItIsAndShownInThePage() {
        String id = upload(ALICE, guide, "C:\\docs\\no  tes.pdf", DOCUMENT, "application/pdf")
                .statusCode(201)
                .body("filename", equalTo("no  tes.pdf"))
                .body("owner.username", equalTo("alice"))
                .body("guide_id", equalTo(guide))
                .extract()
                .path("uuid");
        var answer = given().header("Authorization", ALICE.bearer()).get("/api/assets/" + id);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asByteArray()).isEqualTo(DOCUMENT);
        assertThat(answer.contentType()).startsWith("application/pdf");
        assertThat(answer.header("Content-Disposition")).isEqualTo("inline; filename=\"no tes.pdf\"");
        given().header("Authorization", ALICE.bearer())
                .header("Range", "bytes=1-3")
                .get("/api/assets/" + id)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 1-3/" + DOCUMENT.length)
                .body(equalTo("PDF"));
        given().header("Authorization", ALICE.bearer())
                .header("Range", "bytes=99-")
                .get("/api/assets/" + id)
                .then()
                .statusCode(416);
    }

    @Test
    void picturesAreWrittenAnewAndNoSideIsLongerThanAPageNeeds() throws IOException {
        for (var format : new String[] {"png", "jpeg"}) {
            String id = upload(ALICE, guide, "wide." + format, picture(4100, 50, format), "image/" + format)
                    .statusCode(201)
                    .extract()
                    .path("uuid");
            var answer = given().header("Authorization", ALICE.bearer()).get("/api/assets/" + id);
            var shown = ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
            assertThat(shown.getWidth()).isEqualTo(1920);
            assertThat(shown.getHeight()).isEqualTo(23);
            assertThat(answer.contentType()).startsWith("image/" + format);
        }
        upload(ALICE, guide, "broken.png", DOCUMENT, "image/png")
                .statusCode(400)
                .body("file", contains("The picture could not be read"));
    }

    @Test
    void whatIsNoAssetIsRefused() {
        upload(ALICE, guide, "a.txt", DOCUMENT, "text/plain")
                .statusCode(400)
                .body(
                        "file",
                        contains("File is not supported as an asset. Supported are ('image/jpeg', 'image/png',"
                                + " 'image/webp', 'image/gif', 'application/pdf')"));
        upload(ALICE, guide, "a.pdf", new byte[0], "application/pdf")
                .statusCode(400)
                .body("file", contains("The submitted file is empty."));
        upload(ALICE, guide, "a.pdf", new byte[AssetFile.MOST_BYTES + 1], "application/pdf")
                .statusCode(400)
                .body("file", contains("Maximum size of asset is 10 MB"));
        upload(ALICE, 999_999, "a.pdf", DOCUMENT, "application/pdf")
                .statusCode(400)
                .body("$", contains("AnnotationGuide matching query does not exist."));
        upload(BOB, guide, "a.pdf", DOCUMENT, "application/pdf").statusCode(403);
        given().header("Authorization", ALICE.bearer())
                .multiPart("guide_id", String.valueOf(guide))
                .post("/api/assets")
                .then()
                .statusCode(400)
                .body("file", contains("No file was submitted."));
        as(ALICE)
                .body(Map.of("guide_id", guide))
                .post("/api/assets")
                .then()
                .statusCode(415)
                .body("detail", equalTo("Unsupported media type \"application/json\" in request."));
        as(ALICE)
                .get("/api/assets/00000000-0000-4000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("detail", equalTo("No Asset matches the given query."));
    }

    @Test
    void aGuideHasNoMoreThanThirty() {
        for (int i = 0; i < 30; i++) {
            document();
        }
        upload(ALICE, guide, "a.pdf", DOCUMENT, "application/pdf")
                .statusCode(400)
                .body("$", contains("Maximum number of assets per guide reached"));
    }

    @Test
    void strangersSeeTheAssetsOfPublicGuidesOnly() {
        var id = document();
        given().get("/api/assets/" + id).then().statusCode(401);
        as(BOB).get("/api/assets/" + id).then().statusCode(403);
        as(BOB).delete("/api/assets/" + id).then().statusCode(403);
        fixtures.run("UPDATE annotation_guide SET is_public = TRUE WHERE id = " + guide);
        given().get("/api/assets/" + id).then().statusCode(200);
        as(BOB).get("/api/assets/" + id).then().statusCode(200);
        as(BOB).delete("/api/assets/" + id).then().statusCode(403);
        given().delete("/api/assets/" + id).then().statusCode(401);
    }

    @Test
    void whatTheTextNoLongerShowsIsRemovedWithItsBytes() {
        var shown = document();
        var other = document();
        assertThat(bytes(other)).isTrue();
        var text = "![p](/api/assets/" + shown + ") [q](/api/assets/00000000-0000-4000-8000-000000000000)";
        as(ALICE)
                .body(Map.of("markdown", text))
                .patch("/api/guides/" + guide)
                .then()
                .body("markdown", equalTo(text));
        as(ALICE).get("/api/assets/" + other).then().statusCode(404);
        as(ALICE).get("/api/assets/" + shown).then().statusCode(200);
        as(ALICE).delete("/api/assets/" + shown).then().statusCode(204);
        as(ALICE).get("/api/assets/" + shown).then().statusCode(404);
        assertThat(fixtures.number("SELECT count(*) FROM guide_asset WHERE guide_id = " + guide))
                .isZero();
        hurryWork();
        await().untilAsserted(() -> {
            assertThat(bytes(other)).isFalse();
            assertThat(bytes(shown)).isFalse();
        });
    }

    /** Work that removes an unused upload waits an hour; the tests do not. */
    private void hurryWork() {
        fixtures.run("UPDATE work SET not_before = now() WHERE kind = 'asset.remove'");
        fixtures.run("SELECT pg_notify('limn_work', 'asset.remove')");
    }

    private static boolean bytes(String asset) {
        return Files.exists(Blobs.folder().resolve("assets").resolve(asset));
    }

    @Test
    void anAssetOfAnotherGuideIsCopiedWhenTheWriterMaySeeIt() {
        var foreign = document();
        int second = create(ALICE, "/api/tasks", Map.of("name", "second"));
        String text = as(ALICE)
                .body(Map.of("task_id", second, "markdown", "(/api/assets/" + foreign + ")"))
                .post("/api/guides")
                .then()
                .statusCode(201)
                .extract()
                .path("markdown");
        var copy = text.substring("(/api/assets/".length(), text.length() - 1);
        assertThat(copy).isNotEqualTo(foreign);
        var answer = given().header("Authorization", ALICE.bearer()).get("/api/assets/" + copy);
        assertThat(answer.asByteArray()).isEqualTo(DOCUMENT);

        int bobs = create(BOB, "/api/tasks", Map.of("name", "bob's"));
        as(BOB).body(Map.of("task_id", bobs, "markdown", "(/api/assets/" + foreign + ")"))
                .post("/api/guides")
                .then()
                .statusCode(201)
                .body("markdown", equalTo("(/api/assets/" + foreign + ")"));
    }

    @Test
    void thePurgeOfATaskTakesTheBytesAlong() {
        var id = document();
        as(ALICE).delete("/api/tasks/" + task).then().statusCode(204);
        as(ALICE).get("/api/assets/" + id).then().statusCode(404);
        assertThat(bytes(id)).isTrue();
        fixtures.run("UPDATE work SET not_before = now() WHERE kind = 'task.purge' AND work_key = '" + task + "'");
        fixtures.run("SELECT pg_notify('limn_work', 'task.purge')");
        await().until(() -> fixtures.number("SELECT count(*) FROM task WHERE id = " + task) == 0);
        hurryWork();
        await().until(() -> !bytes(id));
    }
}
