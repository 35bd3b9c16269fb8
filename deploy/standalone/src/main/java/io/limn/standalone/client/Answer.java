package io.limn.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the suite has answered to one call. */
public final class Answer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpResponse<byte[]> response;

    Answer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** @throws UncheckedIOException when the body is no JSON */
    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(this + " is no JSON", e);
        }
    }

    /** This answer, when its status is the one that was expected. */
    public Answer expect(int status) {
        if (status() != status) {
            throw new UnexpectedAnswer("Expected " + status + " but got " + this, status());
        }
        return this;
    }

    /** Method, path, status and the start of the body. */
    @Override
    public String toString() {
        String body = text();
        return response.request().method() + " " + response.uri() + " → " + status() + " "
                + body.substring(0, Math.min(body.length(), 400));
    }
}
