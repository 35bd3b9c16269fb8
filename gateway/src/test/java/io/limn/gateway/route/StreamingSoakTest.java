package io.limn.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A gigabyte each way; run it with a small heap to see that nothing is collected on the way. */
@QuarkusTest
@Tag("soak")
class StreamingSoakTest {
    private static final long GIGABYTE = 1L << 30;

    private final HttpClient client = HttpClient.newHttpClient();

    private static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    @Test
    void aGigabyteComesDown() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri("/api/jobs/7/data?stub=bytes&n=" + GIGABYTE))
                .build();
        try (var body =
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(GIGABYTE);
        }
    }

    @Test
    void aGigabyteGoesUp() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri("/api/tasks/5/data/"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofInputStream(Zeros::new))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .contains("\"bytes\":" + GIGABYTE);
    }

    private static final class Zeros extends InputStream {
        private long left = GIGABYTE;

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int piece = (int) Math.min(length, left);
            left -= piece;
            return piece;
        }
    }
}
