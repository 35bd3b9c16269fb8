package io.limn.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Trades a client's credential as the gateway does, so that a service can be measured without the gateway before it. */
final class GatewayCredential {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GatewayCredential() {}

    /**
     * The Authorization header that the gateway would send on.
     *
     * @param key the gateway's private key
     * @param authService where auth-service answers
     * @param authorization the client's header
     */
    static String trade(Path key, URI authService, String authorization) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = JSON.writeValueAsString(Map.of("authorization", authorization));
            HttpRequest request = HttpRequest.newBuilder(URI.create(authService + "/internal/exchange"))
                    .header("Authorization", "Bearer " + token(key))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return "Bearer " + JSON.readTree(answer.body()).required("jwt").asText();
        } catch (IOException | JoseException failure) {
            throw new IllegalStateException("auth-service does not trade the credential", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String token(Path file) throws IOException, JoseException {
        PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("gateway");
        claims.setSubject("gateway");
        claims.setAudience("limn-internal");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(1);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue("ES256");
        signature.setHeader("typ", "JWT");
        signature.setKey(key.getPrivateKey());
        return signature.getCompactSerialization();
    }
}
