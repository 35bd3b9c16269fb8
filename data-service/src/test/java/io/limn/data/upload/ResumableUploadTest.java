package io.limn.data.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.limn.common.testing.Jwts;
import io.limn.data.DataTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ResumableUploadTest extends DataTest {
    private static final String TYPE = "application/offset+octet-stream";

    @Test
    void theProtocolIsDescribed() {
        as(ALICE)
                .options(data(newTask()) + "/")
                .then()
                .statusCode(204)
                .header("Tus-Resumable", "1.0.0")
                .header("Tus-Version", "1.0.0")
                .header("Tus-Extension", "")
                .header("Tus-Max-Size", "26843545600")
                .header("Cache-Control", "no-store");
    }

    @Test
    void aFileArrivesInPieces() {
        long task = newTask();
        var place = create(task, "x.png", 5);

        head(place, 0);
        patch(ALICE, place, 0, "ab").then().statusCode(204).header("Upload-Offset", "2");
        head(place, 2);
        patch(ALICE, place, 2, "cde").then().statusCode(204).header("Upload-Offset", "5");

        as(ALICE).head(place).then().statusCode(404).header("Tus-Resumable", "1.0.0");
        patch(ALICE, place, 5, "f").then().statusCode(404);
        creation(task, "x.png", 3).then().statusCode(409).body(equalTo("\"File with same name already exists\""));
    }

    @Test
    void aWrongOffsetOrTooManyBytesChangeNothing() {
        var place = create(newTask(), "x.png", 5);
        patch(ALICE, place, 0, "ab").then().statusCode(204);

        patch(ALICE, place, 1, "b").then().statusCode(409).body(emptyString());
        patch(ALICE, place, 3, "b").then().statusCode(409);
        as(ALICE)
                .contentType(TYPE)
                .body("b".getBytes(StandardCharsets.UTF_8))
                .patch(place)
                .then()
                .statusCode(409);
        patch(ALICE, place, 2, "cdef").then().statusCode(413).body(emptyString());
        as(ALICE)
                .header("Upload-Offset", 2)
                .contentType("application/json")
                .body("{}")
                .patch(place)
                .then()
                .statusCode(415);

        head(place, 2);
    }

    @Test
    void anUploadIsItsCreatorsAlone() {
        var place = create(newTask(), "x.png", 5);

        as(ADMIN).head(place).then().statusCode(403).header("Tus-Resumable", "1.0.0");
        patch(ADMIN, place, 0, "ab").then().statusCode(403).body(emptyString());
        RestAssured.given().head(place).then().statusCode(401);
        as(ALICE).get(place).then().statusCode(405);
        as(ALICE).delete(place).then().statusCode(405);
    }

    @Test
    void whatIsNoUploadIsNotFound() {
        long task = newTask();

        as(ALICE)
                .head(data(task) + "/11_00000000-0000-4000-8000-000000000000")
                .then()
                .statusCode(404)
                .header("Tus-Resumable", "1.0.0");
        as(ALICE).head(data(task) + "/rubbish").then().statusCode(404);
        patch(ALICE, data(task) + "/1_XYZ", 0, "a").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../a.png", "/etc/passwd", "..", "a/../../b.png"})
    void aNameOutsideOfTheUploadsIsRefused(String name) {
        creation(newTask(), name, 10)
                .then()
                .statusCode(400)
                .contentType("text/plain")
                .body(equalTo("\"File name " + name + " is not allowed\""));
    }

    @Test
    void aCreationNeedsANameAndALength() {
        long task = newTask();

        as(ALICE)
                .header("Upload-Length", "10")
                .post(data(task) + "/")
                .then()
                .statusCode(400)
                .body(equalTo("\"Metadata is expected to contain 'filename' key\""));
        as(ALICE)
                .header("Upload-Length", "10")
                .header("Upload-Metadata", "filename")
                .post(data(task) + "/")
                .then()
                .statusCode(400);
        as(ALICE)
                .header("Upload-Length", "10")
                .header("Upload-Metadata", "filename !!")
                .post(data(task) + "/")
                .then()
                .statusCode(400);
        creation(task, "a.png", 26_843_545_601L)
                .then()
                .statusCode(413)
                .body(equalTo("\"File size exceeds max limit of 26843545600 bytes\""));
        for (var length : List.of("0", "-1", "many")) {
            as(ALICE)
                    .header("Upload-Length", length)
                    .header("Upload-Metadata", metadata("a.png"))
                    .post(data(task) + "/")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void aBrokenConnectionKeepsWhatHasArrived() throws Exception {
        var place = create(newTask(), "x.png", 1000);

        sendAndBreakOff(place, 1000, 400);

        await().until(() -> Integer.parseInt(as(ALICE).head(place).header("Upload-Offset")) == 400);
        patch(ALICE, place, 400, "x".repeat(600)).then().statusCode(204).header("Upload-Offset", "1000");
    }

    private static void sendAndBreakOff(String place, int announced, int sent) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            var head = "PATCH " + URI.create(place).getRawPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                    + ALICE.bearer() + "\r\nContent-Type: " + TYPE + "\r\nUpload-Offset: 0\r\nContent-Length: "
                    + announced
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[sent]);
            socket.getOutputStream().flush();
            // The server must have begun to read before the connection goes.
            await().pollDelay(java.time.Duration.ofMillis(300)).until(() -> true);
        }
    }

    @Test
    void ofTwoWritersAtOnceOneIsRefused() throws Exception {
        var place = create(newTask(), "x.png", 4);
        Callable<Integer> write = () -> patch(ALICE, place, 0, "abcd").statusCode();

        try (var threads = Executors.newFixedThreadPool(2)) {
            var statuses = threads.invokeAll(List.of(write, write)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(statuses.getFirst()).isEqualTo(204);
            assertThat(statuses.getLast()).isIn(404, 409);
        }
    }

    @Test
    void largeFilesAreCutIntoSeveralParts() {
        var place = create(newTask(), "x.bmp", 20 << 20);
        var half = new byte[10 << 20];

        as(ALICE)
                .header("Upload-Offset", 0)
                .contentType(TYPE)
                .body(half)
                .patch(place)
                .then()
                .statusCode(204);
        as(ALICE)
                .header("Upload-Offset", half.length)
                .contentType(TYPE)
                .body(half)
                .patch(place)
                .then()
                .statusCode(204)
                .header("Upload-Offset", String.valueOf(20 << 20));
    }

    private static String create(long task, String name, long length) {
        return creation(task, name, length)
                .then()
                .statusCode(201)
                .header("Upload-Filename", name)
                .body(emptyString())
                .extract()
                .header("Location");
    }

    private static Response creation(long task, String name, long length) {
        return as(ALICE)
                .header("Upload-Length", length)
                .header("Upload-Metadata", metadata(name) + ",filetype aW1hZ2UvcG5n")
                .post(data(task) + "/");
    }

    private static String metadata(String name) {
        return "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void head(String place, long offset) {
        as(ALICE).head(place).then().statusCode(200).header("Upload-Offset", String.valueOf(offset));
    }

    private static Response patch(Jwts user, String place, long offset, String bytes) {
        return as(user).header("Upload-Offset", offset)
                .contentType(TYPE)
                .body(bytes.getBytes(StandardCharsets.UTF_8))
                .patch(place);
    }
}
