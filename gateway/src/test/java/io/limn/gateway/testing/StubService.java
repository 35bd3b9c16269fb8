package io.limn.gateway.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in for a service: answers with what it got. The parameter {@code stub} of a request makes it behave otherwise:
 * {@code hang} never answers, {@code cut} breaks the connection, {@code bytes} sends as many zeros as {@code n} says,
 * {@code small} answers in a few bytes, {@code events} begins a stream of events to which {@code event} adds one and
 * {@code events-end} none, {@code login} sets a session cookie, {@code logout} takes it back.
 */
class StubService {
    private static final int PIECE = 65_536;

    /** Streams that go on, of all stubs: an event may come through another one. */
    private static final Map<String, HttpServerResponse> STREAMS = new ConcurrentHashMap<>();

    private final String name;
    private final HttpServer server;

    StubService(Vertx vertx, String name) {
        this.name = name;
        server = vertx.createHttpServer().requestHandler(this::handle);
    }

    String start() {
        try {
            server.listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        return "http://127.0.0.1:" + server.actualPort();
    }

    void handle(HttpServerRequest request) {
        var count = new long[1];
        request.handler(piece -> count[0] += piece.length());
        request.endHandler(end -> answer(request, count[0]));
    }

    private void answer(HttpServerRequest request, long bytes) {
        var response = request.response();
        switch (String.valueOf(request.getParam("stub"))) {
            case "hang" -> response.exceptionHandler(gone -> {});
            case "cut" -> request.connection().close();
            case "bytes" -> send(request, Long.parseLong(request.getParam("n")));
            case "events" -> {
                response.setChunked(true).putHeader("Content-Type", "text/event-stream");
                response.write("data:first\n\n");
                STREAMS.put(request.getParam("stream"), response);
            }
            case "event" -> {
                STREAMS.get(request.getParam("stream")).write("data:next\n\n");
                response.end();
            }
            case "events-end" -> {
                STREAMS.remove(request.getParam("stream")).end();
                response.end();
            }
            case "small" ->
                response.putHeader("Content-Type", "application/vnd.cvat+json").end("{}");
            case "login" -> {
                response.putHeader("Set-Cookie", "sessionid=new; HttpOnly; Max-Age=1209600; Path=/; SameSite=Lax");
                echo(request, bytes);
            }
            case "logout" -> {
                response.putHeader("Set-Cookie", "sessionid=\"\"; Max-Age=0; Path=/; SameSite=Lax");
                echo(request, bytes);
            }
            default -> echo(request, bytes);
        }
    }

    private void echo(HttpServerRequest request, long bytes) {
        var headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        request.response()
                .putHeader("Content-Type", "application/vnd.cvat+json")
                .putHeader("ETag", "\"v1\"")
                .putHeader("X-Limn-Secret", "for the gateway alone")
                .putHeader("Server", "stub")
                .end(new JsonObject()
                        .put("service", name)
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("bytes", bytes)
                        .put("headers", headers)
                        .put("padding", "-".repeat(300))
                        .toBuffer());
    }

    private static void send(HttpServerRequest request, long left) {
        var response = request.response();
        if (!response.headWritten()) {
            response.putHeader("Content-Type", "application/zip").putHeader("Content-Length", String.valueOf(left));
        }
        while (left > 0 && !response.writeQueueFull()) {
            int piece = (int) Math.min(PIECE, left);
            response.write(Buffer.buffer(new byte[piece]));
            left -= piece;
        }
        long rest = left;
        if (rest > 0) {
            response.drainHandler(drained -> send(request, rest));
        } else {
            response.end();
        }
    }
}
