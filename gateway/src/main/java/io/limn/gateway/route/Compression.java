package io.limn.gateway.route;

import io.limn.gateway.http.CommonHeaders;
import io.limn.gateway.http.Encodings;
import io.limn.gateway.http.EntityTags;
import io.limn.gateway.http.GzipStream;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Locale;

/** Compresses JSON answers for clients that take gzip. Chunks and pictures are compressed by nature and pass as they are. */
final class Compression {
    private static final int SMALLEST = 200;

    private Compression() {}

    static void apply(HttpServerRequest request, ProxyResponse response) {
        var headers = response.headers();
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        var tag = headers.get(HttpHeaders.ETAG);
        if (response.getStatusCode() == 304) {
            if (tag != null && EntityTags.isCompressed(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
                headers.set(HttpHeaders.ETAG, EntityTags.compressed(tag));
            }
            return;
        }
        if (type == null || !isJson(type) || headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            return;
        }
        CommonHeaders.vary(headers, "Accept-Encoding");
        if (!Encodings.acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                || !hasWorthwhileBody(request, response)) {
            return;
        }
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        if (tag != null) {
            headers.set(HttpHeaders.ETAG, EntityTags.compressed(tag));
        }
        response.setBody(Body.body(new GzipStream(response.getBody().stream())));
    }

    private static boolean hasWorthwhileBody(HttpServerRequest request, ProxyResponse response) {
        long length = response.getBody() == null ? 0 : response.getBody().length();
        return !request.method().equals(HttpMethod.HEAD)
                && response.getStatusCode() != 204
                && response.getStatusCode() != 206
                && (length < 0 || length > SMALLEST);
    }

    private static boolean isJson(String type) {
        var bare = type.toLowerCase(Locale.ROOT);
        return bare.startsWith("application/json") || bare.contains("+json");
    }
}
