package io.limn.data.cloudstorage.gcs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The part of Google's JSON API that is used, in memory: one bucket, which wants the token that it gives out. */
final class GoogleServer implements AutoCloseable {
    static final String BUCKET = "pictures";
    static final String TOKEN = "a-token";
    private static final String OBJECTS = "/storage/v1/b/" + BUCKET + "/o";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, byte[]> objects = new TreeMap<>();
    private final Map<String, ByteArrayOutputStream> uploads = new ConcurrentHashMap<>();
    private final HttpServer server;

    GoogleServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getRawPath();
            var query = query(exchange.getRequestURI().getRawQuery());
            var body = exchange.getRequestBody().readAllBytes();
            if (path.equals("/token")) {
                answer(exchange, 200, Map.of("access_token", TOKEN, "expires_in", 3600, "token_type", "Bearer"));
            } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, Map.of());
            } else if (path.equals("/storage/v1/b/" + BUCKET)) {
                answer(exchange, 200, Map.of("name", BUCKET));
            } else if (path.startsWith("/upload" + OBJECTS)) {
                upload(exchange, query, body);
            } else if (path.equals(OBJECTS)) {
                answer(exchange, 200, list(query));
            } else {
                read(exchange, path, query);
            }
        }
    }

    private synchronized void read(HttpExchange exchange, String path, Map<String, String> query) throws IOException {
        int at = path.indexOf(OBJECTS + "/");
        var name = at < 0 ? "" : decode(path.substring(at + OBJECTS.length() + 1));
        var bytes = objects.get(name);
        if (bytes == null) {
            answer(exchange, 404, Map.of());
        } else if (!"media".equals(query.get("alt"))) {
            answer(exchange, 200, Map.of("name", name, "size", String.valueOf(bytes.length)));
        } else {
            media(exchange, bytes);
        }
    }

    private static void media(HttpExchange exchange, byte[] bytes) throws IOException {
        var range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            answer(exchange, 200, bytes);
            return;
        }
        var ends = range.substring("bytes=".length()).split("-");
        int from = Integer.parseInt(ends[0]);
        if (from >= bytes.length) {
            answer(exchange, 416, new byte[0]);
            return;
        }
        int to = Math.min(bytes.length, Integer.parseInt(ends[1]) + 1);
        exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + bytes.length);
        answer(exchange, 206, Arrays.copyOfRange(bytes, from, to));
    }

    private synchronized Map<String, Object> list(Map<String, String> query) {
        var prefix = query.getOrDefault("prefix", "");
        var entries = new LinkedHashSet<String>();
        for (var name : objects.keySet()) {
            if (name.startsWith(prefix)) {
                int slash = query.containsKey("delimiter") ? name.indexOf('/', prefix.length()) : -1;
                entries.add(slash < 0 ? name : name.substring(0, slash + 1));
            }
        }
        var all = new ArrayList<>(entries);
        int from = Integer.parseInt(query.getOrDefault("pageToken", "0"));
        int to = Math.min(all.size(), from + Integer.parseInt(query.getOrDefault("maxResults", "1000")));
        var answer = new LinkedHashMap<String, Object>();
        var page = all.subList(from, to);
        answer.put("prefixes", page.stream().filter(name -> name.endsWith("/")).toList());
        answer.put(
                "items",
                page.stream()
                        .filter(name -> !name.endsWith("/"))
                        .map(name -> Map.of("name", name))
                        .toList());
        if (to < all.size()) {
            answer.put("nextPageToken", String.valueOf(to));
        }
        return answer;
    }

    private synchronized void upload(HttpExchange exchange, Map<String, String> query, byte[] body) throws IOException {
        var id = query.get("upload_id");
        if (id != null) {
            resume(exchange, id, body);
        } else if ("resumable".equals(query.get("uploadType"))) {
            var name = json.readTree(body).path("name").asText();
            uploads.put(name, new ByteArrayOutputStream());
            exchange.getResponseHeaders()
                    .add(
                            "Location",
                            address() + "/upload" + OBJECTS + "?upload_id="
                                    + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8));
            answer(exchange, 200, new byte[0]);
        } else {
            related(exchange, body);
        }
    }

    private void resume(HttpExchange exchange, String name, byte[] piece) throws IOException {
        var bytes = uploads.get(name);
        bytes.write(piece);
        var range = exchange.getRequestHeaders().getFirst("Content-Range");
        if (range.endsWith("/" + bytes.size())) {
            objects.put(name, bytes.toByteArray());
            answer(exchange, 200, Map.of("name", name));
        } else {
            exchange.getResponseHeaders().add("Range", "bytes=0-" + (bytes.size() - 1));
            answer(exchange, 308, new byte[0]);
        }
    }

    /** Two parts: what the object is called, and its bytes. */
    private void related(HttpExchange exchange, byte[] body) throws IOException {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var boundary = text.substring(0, text.indexOf("\r\n"));
        int first = text.indexOf("\r\n\r\n") + 4;
        int second = text.indexOf("\r\n\r\n", text.indexOf(boundary, first)) + 4;
        int end = text.lastIndexOf("\r\n" + boundary);
        var name = json.readTree(Arrays.copyOfRange(body, first, text.indexOf("\r\n", first)))
                .path("name")
                .asText();
        objects.put(name, Arrays.copyOfRange(body, second, Math.max(second, end)));
        answer(exchange, 200, Map.of("name", name));
    }

    private static Map<String, String> query(String raw) {
        var query = new LinkedHashMap<String, String>();
        for (var pair : raw == null ? List.<String>of() : List.of(raw.split("&"))) {
            var sides = pair.split("=", 2);
            query.put(sides[0], decode(sides.length > 1 ? sides[1] : ""));
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        answer(exchange, status, json.writeValueAsBytes(body));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
