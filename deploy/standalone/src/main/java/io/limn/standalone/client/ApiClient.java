package io.limn.standalone.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Calls the public API of a running suite as one user, or as nobody. Paths begin with {@code /api/}. Verbs with a status in their
 * contract ({@link #get}, {@link #create}, …) throw {@link UnexpectedAnswer} on any other; {@link #send} takes every status.
 */
public final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String JSON_TYPE = "application/json";

    private final HttpClient http;
    private final URI address;
    private final String authorization;

    private ApiClient(HttpClient http, URI address, String authorization) {
        this.http = http;
        this.address = address;
        this.authorization = authorization;
    }

    /** A client that shows no credential. */
    public static ApiClient anonymous(URI address) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        return new ApiClient(http, requireNonNull(address), null);
    }

    /** Logs in with a password; the new client shows the token it got. */
    public ApiClient login(String username, String password) {
        return withToken(send("POST", "/api/auth/login", Map.of("username", username, "password", password))
                .expect(200)
                .json()
                .path("key")
                .asText());
    }

    /** Registers a new user; the new client is that user. */
    public ApiClient register(String username, String password) {
        Map<String, String> user = Map.of("username", username, "password1", password, "password2", password);
        return withToken(send("POST", "/api/auth/register", user)
                .expect(201)
                .json()
                .path("key")
                .asText());
    }

    public ApiClient withToken(String token) {
        return new ApiClient(http, address, "Token " + token);
    }

    /** The value of the Authorization header; empty for nobody. */
    public String authorization() {
        return authorization == null ? "" : authorization;
    }

    public URI address() {
        return address;
    }

    public JsonNode get(String path) {
        return send("GET", path, null).expect(200).json();
    }

    /** POST that makes something: 201 with its JSON. */
    public JsonNode create(String path, Object body) {
        return send("POST", path, body).expect(201).json();
    }

    /** POST that starts something: 202 with the identifier of the background request. */
    public String begin(String path, Object body, String... headers) {
        return send("POST", path, body, headers)
                .expect(202)
                .json()
                .path("rq_id")
                .asText();
    }

    public JsonNode patch(String path, Object body) {
        return send("PATCH", path, body).expect(200).json();
    }

    public JsonNode put(String path, Object body) {
        return send("PUT", path, body).expect(200).json();
    }

    public void delete(String path) {
        send("DELETE", path, null).expect(204);
    }

    /**
     * Sends a JSON body, or none when it is null.
     *
     * @param headers names and values in turn
     */
    public Answer send(String method, String path, Object body, String... headers) {
        if (body == null) {
            return exchange(method, path, null, BodyPublishers.noBody(), headers);
        }
        try {
            return exchange(method, path, JSON_TYPE, BodyPublishers.ofString(JSON.writeValueAsString(body)), headers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + body, e);
        }
    }

    /**
     * Sends a form with files.
     *
     * @param fileField the name of the fields that hold files, with {@code %d} for their number
     */
    public Answer multipart(
            String path, Map<String, String> fields, String fileField, List<Attachment> files, String... headers) {
        Multipart form = new Multipart(fields, fileField, files);
        return exchange("POST", path, form.contentType(), form.body(), headers);
    }

    /** Sends any body; {@code path} may be a whole URL of this suite. */
    public Answer exchange(String method, String path, String contentType, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target(path)).timeout(LONGEST).method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + " was interrupted", e);
        }
    }

    /** Not resolved but joined: a path that begins with two slashes is one that somebody wants to try. */
    private URI target(String path) {
        return path.startsWith("/") ? URI.create(address + path) : URI.create(path);
    }
}
