package io.limn.gateway.http;

import io.limn.common.api.ApiJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import java.util.Map;

/** Writes the answers that the gateway gives by itself. */
public final class Answers {
    /** Media type of plain pages. */
    public static final String HTML = "text/html; charset=utf-8";

    private static final int SMALL = 200;

    private Answers() {}

    /** {@code {"detail": message}} in the API's media type. */
    public static void detail(HttpServerRequest request, int status, String message) {
        json(request, status, Map.of("detail", message));
    }

    /** Any JSON body in the API's media type. */
    public static void json(HttpServerRequest request, int status, Object body) {
        json(request, status, Json.encodeToBuffer(body));
    }

    /** A JSON body that is written already; compressed when that is worth it and the client takes it. */
    public static void json(HttpServerRequest request, int status, Buffer body) {
        if (body.length() <= SMALL) {
            send(request, status, ApiJson.MEDIA_TYPE, body);
            return;
        }
        var headers = request.response().headers();
        CommonHeaders.vary(headers, "Accept-Encoding");
        if (Encodings.acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            send(request, status, ApiJson.MEDIA_TYPE, Buffer.buffer(Gzip.compress(body.getBytes())));
        } else {
            send(request, status, ApiJson.MEDIA_TYPE, body);
        }
    }

    /** A page that says no more than its title. */
    public static void page(HttpServerRequest request, int status, String title) {
        send(request, status, HTML, Buffer.buffer("""
                <!doctype html>
                <html lang="en"><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>
                """.formatted(title)));
    }

    /** 404 of a path that leads nowhere. */
    public static void nothingThere(HttpServerRequest request) {
        page(request, 404, "Not Found");
    }

    /** A status without a body. */
    public static void empty(HttpServerRequest request, int status) {
        drain(request);
        request.response().setStatusCode(status).end();
    }

    /** Any body; a HEAD request gets its headers alone. */
    public static void send(HttpServerRequest request, int status, String type, Buffer body) {
        drain(request);
        var response = request.response().setStatusCode(status);
        response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }

    /** A body that nobody reads would block the connection for the request after it. */
    private static void drain(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.resume();
        }
    }
}
