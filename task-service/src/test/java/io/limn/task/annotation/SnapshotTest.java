package io.limn.task.annotation;

import static io.limn.task.annotation.Drawing.ALICE;
import static io.limn.task.annotation.Drawing.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.limn.task.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SnapshotTest extends ApiTest {
    @Inject
    DataSource database;

    @Test
    void aLargeJobIsKeptCompressedUntilItsNextSave() throws SQLException, IOException, InterruptedException {
        var drawing = new Drawing(database, 1);
        drawing.put(Map.of(
                "shapes",
                IntStream.range(0, Snapshots.LARGE)
                        .mapToObj(i -> drawing.box(i % 5, i))
                        .toList()));
        await().atMost(Duration.ofSeconds(20)).until(() -> parts(drawing, 1) > 1);
        var kept = withoutDecoders()
                .get(drawing.path())
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .extract()
                .asString();
        var compressed = compressed(drawing);
        drawing.execute("DELETE FROM annotation_snapshot WHERE job_id = " + drawing.job());
        var fromRows = drawing.read().extract().asString();

        assertThat(kept).isEqualTo(fromRows);
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(fromRows);
        }
        drawing.patch("create", Drawing.shapes(drawing.box(0, 3)));
        drawing.read().header("ETag", "\"2\"").body("shapes", hasSize(Snapshots.LARGE + 1));
        await().atMost(Duration.ofSeconds(20)).until(() -> parts(drawing, 2) > 1);
    }

    /** The client of the tests asks for compressed answers by itself otherwise. */
    private static RequestSpecification withoutDecoders() {
        return as(ALICE)
                .config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }

    /** Asked for by a plain client: the contract of the API is compared with bytes that are not compressed. */
    private static byte[] compressed(Drawing drawing) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + drawing.path()))
                .header("Authorization", ALICE.bearer())
                .header("Accept-Encoding", "gzip")
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("ETag")).contains("\"1-gzip\"");
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            return answer.body();
        }
    }

    private static long parts(Drawing drawing, long revision) throws SQLException {
        return drawing.number("SELECT count(*) FROM annotation_snapshot WHERE job_id = " + drawing.job()
                + " AND revision = " + revision);
    }
}
