package io.limn.data.cloudstorage;

import io.limn.common.testing.Media;
import io.limn.common.testing.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A server that speaks S3, started once for all tests, with pictures in its bucket. */
public final class S3Objects {
    private static S3Objects shared;

    private final S3Server server;
    private final S3Client client;

    private S3Objects(S3Server server) {
        this.server = server;
        this.client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(server.endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.KEY, S3Server.KEY)))
                .build();
    }

    /** The server of all tests. */
    public static synchronized S3Objects shared() {
        if (shared == null) {
            try {
                shared = new S3Objects(S3Server.start(Files.createTempDirectory("limn-s3")));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            shared.fill();
        }
        return shared;
    }

    URI endpoint() {
        return server.endpoint();
    }

    /** The attributes of a storage on it. */
    public String attributes(String prefix) {
        var address = URLEncoder.encode(server.endpoint().toString(), StandardCharsets.UTF_8);
        return "endpoint_url=" + address + "&region=us-east-1"
                + (prefix.isEmpty() ? "" : "&prefix=" + URLEncoder.encode(prefix, StandardCharsets.UTF_8));
    }

    void put(String key, byte[] bytes) {
        client.putObject(put -> put.bucket(S3Server.BUCKET).key(key), RequestBody.fromBytes(bytes));
    }

    void put(String key, String text) {
        put(key, text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] get(String key) {
        return client.getObjectAsBytes(get -> get.bucket(S3Server.BUCKET).key(key))
                .asByteArray();
    }

    void delete(String key) {
        client.deleteObject(delete -> delete.bucket(S3Server.BUCKET).key(key));
    }

    private void fill() {
        put("pictures/a.png", Media.png(40, 30, 1));
        put("pictures/b.png", Media.png(41, 30, 2));
        put("pictures/c.png", Media.png(42, 30, 3));
        put("pictures/deep/d.png", Media.png(43, 30, 4));
        put("other/f.png", Media.png(45, 30, 5));
        put("notes.txt", "words");
        put("pictures/manifest.jsonl", manifest("a", 40, "b", 41, "c", 42, "deep/d", 43));
        put("manifest.jsonl", manifest("pictures/a", 40, "pictures/c", 42, "other/f", 45));
        put("gone.jsonl", manifest("pictures/a", 40, "pictures/vanished", 41));
        put("bad.jsonl", "{}\n");
    }

    /** A manifest of PNGs 30 pixels high. */
    static String manifest(Object... namesAndWidths) {
        var lines = new StringBuilder("{\"version\":\"1.1\"}\n{\"type\":\"images\"}\n");
        for (int i = 0; i < namesAndWidths.length; i += 2) {
            lines.append("{\"name\":\"%s\",\"extension\":\".png\",\"width\":%s,\"height\":30}%n"
                    .formatted(namesAndWidths[i], namesAndWidths[i + 1]));
        }
        return lines.toString();
    }
}
