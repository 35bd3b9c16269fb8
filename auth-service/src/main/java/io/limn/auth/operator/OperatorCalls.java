package io.limn.auth.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Calls the auth-service of this machine with that service's own key, which nobody else can read. */
class OperatorCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final String keyFile;

    OperatorCalls(URI address, String keyFile) {
        this.address = address;
        this.keyFile = keyFile;
    }

    /** By the settings of auth-service: its port and the file of its key. */
    static OperatorCalls of(Map<String, String> environment) {
        var port = environment.getOrDefault("QUARKUS_HTTP_PORT", "8081");
        var address = environment.getOrDefault("LIMN_OPERATOR_URL", "http://127.0.0.1:" + port);
        return new OperatorCalls(URI.create(address), environment.get("LIMN_IDENTITY_SERVICE_KEY"));
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, Object body) {
        try {
            var content = HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
            return send(request(path).header("Content-Type", "application/json").POST(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token());
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var body = JSON.readTree(answer.body());
            if (answer.statusCode() >= 300) {
                throw OperatorFailure.refused(reason(answer.statusCode(), body));
            }
            return body;
        } catch (JsonProcessingException strange) {
            throw OperatorFailure.refused("The server gave a strange answer: " + strange.getOriginalMessage());
        } catch (IOException unreachable) {
            throw OperatorFailure.refused("auth-service does not answer at " + address + ".");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw OperatorFailure.refused("The command was interrupted.");
        }
    }

    /** The sentences of an error, without the form that the API gives them. */
    private static String reason(int status, JsonNode body) {
        var text = new StringBuilder();
        body.properties().forEach(member -> {
            var value = member.getValue();
            var sentence = value.isArray() ? value.path(0).asText() : value.asText();
            text.append(text.isEmpty() ? "" : " ")
                    .append(member.getKey().equals("detail") ? "" : member.getKey() + ": ")
                    .append(sentence);
        });
        body.elements().forEachRemaining(element -> {
            if (body.isArray()) {
                text.append(element.asText()).append(' ');
            }
        });
        return text.isEmpty()
                ? "The server answered " + status + "."
                : text.toString().strip();
    }

    private String token() {
        if (keyFile == null || keyFile.isBlank()) {
            throw OperatorFailure.usage("LIMN_IDENTITY_SERVICE_KEY does not name the key of auth-service.");
        }
        try {
            var key = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(Path.of(keyFile)));
            var claims = new JwtClaims();
            claims.setIssuer(key.getKeyId());
            claims.setSubject(key.getKeyId());
            claims.setAudience("limn-internal");
            claims.setIssuedAtToNow();
            claims.setExpirationTimeMinutesInTheFuture(1);
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setKey(key.getPrivateKey());
            return signature.getCompactSerialization();
        } catch (IOException | JoseException unusable) {
            throw OperatorFailure.refused("The key of auth-service cannot be read from " + keyFile + ".");
        }
    }
}
