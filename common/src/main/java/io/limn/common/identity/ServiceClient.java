package io.limn.common.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;

/**
 * Calls the {@code /internal} paths of other services, with this service's credential, and with the user's token and
 * the ids of the request at hand when there is one.
 */
@ApplicationScoped
public class ServiceClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ServiceCredentials credentials;
    private final Caller caller;
    private final Config config;
    private final ObjectMapper mapper;
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    ServiceClient(ServiceCredentials credentials, Caller caller, Config config, ObjectMapper mapper) {
        this.credentials = credentials;
        this.caller = caller;
        this.config = config;
        this.mapper = mapper;
    }

    /**
     * The answer of another service.
     *
     * @param status its status
     * @param body   its JSON body, a missing node when it was empty or no JSON
     */
    public record Answer(int status, JsonNode body) {
        /**
         * This answer when it is a success.
         *
         * @throws ApiException with the same status and body otherwise, so that the client sees the owner's refusal
         */
        public Answer orRelay() {
            if (status < 400) {
                return this;
            }
            if (status >= 500) {
                throw ApiException.detail(503, "A part of the server is not available. Please try again.");
            }
            throw ApiException.of(status, body.isMissingNode() ? null : body);
        }
    }

    /**
     * Sends a request.
     *
     * @param service short name of the other service: {@code auth}, {@code task}, {@code data} or {@code lambda}
     * @param method  HTTP method
     * @param path    path with query, below {@code /internal}
     * @param body    written as JSON; {@code null} sends none
     * @throws ApiException 503 when no replica of the service answers
     */
    public Answer call(String service, String method, String path, Object body) {
        var bases = config.getValues("limn.services." + service, String.class);
        for (int attempt = 0; attempt < bases.size(); attempt++) {
            try {
                return send(base(bases), method, path, body);
            } catch (ConnectException away) {
                continue;
            } catch (IOException broken) {
                break;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw ApiException.detail(503, "A part of the server is not available. Please try again.");
    }

    private String base(List<String> bases) {
        return bases.get(Math.floorMod(turn.getAndIncrement(), bases.size()));
    }

    private Answer send(String base, String method, String path, Object body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + credentials.token())
                .header("Accept", "*/*");
        addCaller(request);
        if (body != null) {
            request.header("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)));
        } else {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        }
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), json(answer.body()));
    }

    private JsonNode json(byte[] bytes) {
        try {
            return mapper.readTree(bytes);
        } catch (IOException noJson) {
            return mapper.missingNode();
        }
    }

    private void addCaller(HttpRequest.Builder request) {
        try {
            caller.user().ifPresent(user -> request.header("X-Limn-User", user.token()));
            if (caller.requestId() != null) {
                request.header("X-Request-Id", caller.requestId());
            }
            if (caller.origin() != null) {
                var origin = URI.create(caller.origin());
                request.header("X-Forwarded-Proto", origin.getScheme());
                request.header("X-Forwarded-Host", origin.getRawAuthority());
            }
        } catch (ContextNotActiveException background) {
            // Work in the background has no request to pass on.
            return;
        }
    }
}
