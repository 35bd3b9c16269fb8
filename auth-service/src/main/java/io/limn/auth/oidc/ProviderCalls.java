package io.limn.auth.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the provider: in bounded time, for answers of bounded size, without following it elsewhere. */
@ApplicationScoped
class ProviderCalls {
    private static final int MOST_BYTES = 1 << 20;

    private final OidcConfig config;
    private final ObjectMapper json;
    private final HttpClient client;

    ProviderCalls(OidcConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        this.client = HttpClient.newBuilder().connectTimeout(config.patience()).build();
    }

    /**
     * What the provider answered.
     *
     * @param status HTTP status
     * @param body   an object, empty when the answer was none
     */
    record Answer(int status, JsonNode body) {
        /** A text of the answer, {@code null} when it has none of this name. */
        String text(String name) {
            return body.path(name).asText(null);
        }

        /** Never the body. */
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /** GET; {@code authorization} may be {@code null}. */
    Answer get(String address, String authorization) {
        var request = HttpRequest.newBuilder(URI.create(address)).GET();
        return ask(request, authorization);
    }

    /** POST of a form. */
    Answer post(String address, Map<String, String> form, String authorization) {
        var text = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(text));
        return ask(request, authorization);
    }

    /** As a part of a query or form. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer ask(HttpRequest.Builder request, String authorization) {
        request.timeout(config.patience()).header("Accept", "application/json");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return new Answer(response.statusCode(), object(body));
            }
        } catch (IOException failure) {
            throw Refused.away(failure.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refused.away("this server stops");
        }
    }

    private JsonNode object(InputStream body) throws IOException {
        try {
            var value = json.readTree(body.readNBytes(MOST_BYTES));
            return value != null && value.isObject() ? value : json.createObjectNode();
        } catch (JsonProcessingException other) {
            return json.createObjectNode();
        }
    }
}
