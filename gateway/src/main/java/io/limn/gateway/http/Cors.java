package io.limn.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lets pages of named other origins call the API with the user's cookies, for work on a user interface that runs beside
 * the server. In production both have one origin, and nothing is named.
 */
@Singleton
public final class Cors {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String REQUEST_HEADERS = "accept, authorization, content-type, x-csrftoken, x-organization,"
            + " x-request-id, if-match, if-none-match, idempotency-key, range, upload-offset, upload-length,"
            + " upload-metadata, upload-start, upload-finish, upload-multiple, tus-version, tus-resumable";
    private static final String ANSWER_HEADERS =
            "Allow, Content-Disposition, Content-Range, ETag, Location, Retry-After,"
                    + " Upload-Offset, Upload-Length, Upload-Filename, X-Checksum, X-Request-Id, X-Updated-Date";

    private final Set<String> origins = new HashSet<>();

    Cors(CorsConfig config) {
        for (var origin : config.origins().orElse(List.of())) {
            origins.add(origin.toLowerCase(Locale.ROOT));
        }
    }

    /** Whether an origin is named. */
    public boolean allows(String origin) {
        return origin != null && origins.contains(origin.toLowerCase(Locale.ROOT));
    }

    /** Answers the question of a browser whether a page may send a request; says whether it was one. */
    public boolean answersPreflight(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.OPTIONS)
                || !request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
                || !allows(request.getHeader(HttpHeaders.ORIGIN))) {
            return false;
        }
        var headers = request.response().headers();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
        headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
        Answers.empty(request, 204);
        return true;
    }

    /** Lets a page of a named origin read the answer. */
    public void apply(HttpServerRequest request, MultiMap headers) {
        if (origins.isEmpty()) {
            return;
        }
        CommonHeaders.vary(headers, "Origin");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (allows(origin)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
        }
    }
}
