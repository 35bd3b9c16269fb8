package io.limn.auth.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.limn.common.testing.JvmWide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * A small OpenID Connect provider. Whoever asks it for a code says in the parameter {@code who} which claims he wants to
 * have, as JSON, and in the claim {@code fault} what shall be wrong. It lives in the system's class loader, as the mail
 * server does.
 */
public final class ProviderServer {
    static final String CLIENT = "limn";
    static final String SECRET = "a secret that both know";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> tokens = new ConcurrentHashMap<>();
    private final RsaJsonWebKey key = ProviderTokens.key();
    private final HttpServer server;
    private final String issuer;

    private record Grant(JsonNode who, String nonce, String challenge, String redirect) {}

    private ProviderServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        on("/.well-known/openid-configuration", this::describe);
        on("/jwks", exchange -> send(exchange, 200, "{\"keys\":[" + key.toJson() + "]}"));
        on("/authorize", this::authorize);
        on("/token", this::token);
        on("/userinfo", this::userinfo);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "provider");
            thread.setDaemon(true);
            thread.setContextClassLoader(ProviderServer.class.getClassLoader());
            return thread;
        }));
        server.start();
    }

    /** Name and address of the provider; starts it when that has not been done. */
    static String issuer() {
        return JvmWide.once("oidc", () -> {
            try {
                return (String) ClassLoader.getSystemClassLoader()
                        .loadClass(ProviderServer.class.getName())
                        .getMethod("start")
                        .invoke(null);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    /** For the system's class loader. */
    public static String start() throws IOException {
        return new ProviderServer().issuer;
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws Exception;
    }

    private void on(String path, Handler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            } catch (Exception fault) {
                exchange.sendResponseHeaders(500, -1);
            }
        });
    }

    private void describe(HttpExchange exchange) throws IOException {
        var description = json.createObjectNode();
        description.put("issuer", issuer);
        description.put("authorization_endpoint", issuer + "/authorize");
        description.put("token_endpoint", issuer + "/token");
        description.put("userinfo_endpoint", issuer + "/userinfo");
        description.put("jwks_uri", issuer + "/jwks");
        send(exchange, 200, description.toString());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = form(exchange.getRequestURI().getRawQuery());
        boolean sound = CLIENT.equals(asked.get("client_id"))
                && "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.get("scope").contains("openid");
        if (!sound) {
            send(exchange, 400, "{}");
            return;
        }
        var code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Grant(
                        json.readTree(asked.get("who")),
                        asked.get("nonce"),
                        asked.get("code_challenge"),
                        asked.get("redirect_uri")));
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws Exception {
        var asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var grant = codes.remove(asked.getOrDefault("code", ""));
        boolean sound = grant != null
                && isClient(exchange.getRequestHeaders().getFirst("Authorization"))
                && grant.redirect().equals(asked.get("redirect_uri"))
                && grant.challenge().equals(challenge(asked.get("code_verifier")));
        if (!sound) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        var access = UUID.randomUUID().toString();
        tokens.put(access, grant.who());
        var answer = json.createObjectNode();
        answer.put("access_token", access);
        answer.put("token_type", "Bearer");
        answer.put("id_token", ProviderTokens.sign(grant.who(), issuer, grant.nonce(), key));
        send(exchange, 200, answer.toString());
    }

    private static boolean isClient(String header) {
        var pair = CLIENT + ":" + SECRET.replace(' ', '+');
        return ("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))).equals(header);
    }

    private static String challenge(String verifier) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private void userinfo(HttpExchange exchange) throws IOException {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        var who = tokens.get(header.substring("Bearer ".length()));
        if (who.path("fault").asText().equals("userinfo")) {
            ((ObjectNode) who).put("sub", "somebody else");
        }
        send(exchange, 200, who.toString());
    }

    private static Map<String, String> form(String text) {
        var form = new HashMap<String, String>();
        for (var part : text.split("&")) {
            var pair = part.split("=", 2);
            form.put(
                    URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void send(HttpExchange exchange, int status, String body) {
        try {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
