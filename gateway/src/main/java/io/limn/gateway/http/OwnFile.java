package io.limn.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A file of our own, kept in memory as it is and compressed. */
public final class OwnFile {
    private final String type;
    private final Buffer plain;
    private final Buffer compressed;

    /** Keeps bytes of a media type. */
    public OwnFile(String type, byte[] bytes) {
        this.type = type;
        plain = Buffer.buffer(bytes);
        compressed = Buffer.buffer(Gzip.compress(bytes));
    }

    /**
     * A file on the class path.
     *
     * @return null when there is none of that name
     */
    public static OwnFile onClassPath(String name) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return file == null ? null : new OwnFile(MediaTypes.of(name), file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its bytes. */
    public byte[] bytes() {
        return plain.getBytes();
    }

    /** Sends it in the form that the client takes. */
    public void send(HttpServerRequest request) {
        send(request, type);
    }

    /** Sends it under another media type. */
    public void send(HttpServerRequest request, String mediaType) {
        var headers = request.response().headers();
        CommonHeaders.vary(headers, "Accept-Encoding");
        if (Encodings.acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            Answers.send(request, 200, mediaType, compressed);
        } else {
            Answers.send(request, 200, mediaType, plain);
        }
    }
}
