package io.limn.data.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.limn.common.testing.Media;
import io.limn.data.DataTest;
import io.limn.data.media.SourceIndex;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fetches from a server of the test on 127.0.0.1, the one internal address that the tests' settings allow. */
@QuarkusTest
class RemoteFilesTest extends DataTest {
    private static HttpServer server;
    private static String base;

    @Inject
    SourceIndex index;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/pictures/", exchange -> answer(exchange, 200, Media.png(40, 30, 1)));
        server.createContext("/refused/", exchange -> answer(exchange, 404, new byte[0]));
        server.createContext("/moved/", exchange -> redirect(exchange, base + "/pictures/a.png"));
        server.createContext("/inside/", exchange -> redirect(exchange, "http://127.0.0.2:9/secret.png"));
        server.createContext("/round/", exchange -> redirect(exchange, base + "/round/a.png"));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().add("Location", target);
        answer(exchange, 302, new byte[0]);
    }

    @Test
    void filesAreNamedByTheLastPartOfTheirAddress() {
        long task = newTask();
        create(task, base + "/pictures/b%20c.png?size=full", base + "/moved/a.png");

        long data = task + 1_000_000;
        Awaitility.await().until(() -> index.find(data).isPresent());
        assertThat(index.pictures(data, List.of(0, 1)).values().stream().map(SourceIndex.Picture::name))
                .containsExactly("a.png", "b c.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://example.org/a.png | Unsupported URL scheme: ftp. Only http and https are supported",
                "file:///etc/passwd | Unsupported URL scheme: file. Only http and https are supported",
                "a.png | Unsupported URL scheme: . Only http and https are supported",
                "http:///a.png | names no host",
                "http://127.0.0.2:9/a.png | Failed to download http://127.0.0.2:9/a.png; likely attempt to access internal host",
                "http://[::1]:9/a.png | likely attempt to access internal host",
                "http://2130706434:9/a.png | likely attempt to access internal host",
                "BASE/inside/a.png | http://127.0.0.2:9/secret.png (redirected from BASE/inside/a.png); likely attempt to access internal host",
                "BASE/refused/a.png | Failed to download BASE/refused/a.png; HTTP error 404",
                "BASE/round/a.png | Failed to download",
                "BASE/pictures/a.png BASE/moved/a.png | filename collision: a.png"
            })
    void whatCannotBeHadFailsTheRequest(String addresses, String message) {
        long task = newTask();
        create(task, addresses.replace("BASE", base).split(" "));
        assertThat(awaitCreation(task, "failed").getString("message")).contains(message.replace("BASE", base));
    }

    private static void create(long task, String... addresses) {
        var list = Stream.of(addresses).map(address -> "\"" + address + "\"").collect(Collectors.joining(", "));
        as(ALICE)
                .contentType(ContentType.JSON)
                .body("{\"image_quality\": 70, \"remote_files\": [" + list + "]}")
                .post(data(task))
                .then()
                .statusCode(202);
    }
}
