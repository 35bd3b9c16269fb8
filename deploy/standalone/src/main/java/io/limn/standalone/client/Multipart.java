package io.limn.standalone.client;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A form with files, as a browser sends it. */
final class Multipart {
    private final String boundary = "limn-" + UUID.randomUUID();
    private final List<byte[]> parts = new ArrayList<>();

    Multipart(Map<String, String> fields, String fileField, List<Attachment> files) {
        fields.forEach((name, value) ->
                parts.add((head(name, null) + "\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        for (int index = 0; index < files.size(); index++) {
            Attachment file = files.get(index);
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            part.writeBytes(
                    (head(fileField.formatted(index), file.name()) + "Content-Type: application/octet-stream\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            part.writeBytes(file.content());
            part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            parts.add(part.toByteArray());
        }
        parts.add(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        return BodyPublishers.ofByteArrays(parts);
    }

    private String head(String name, String fileName) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (fileName == null ? "" : "; filename=\"" + fileName + "\"") + "\r\n";
    }
}
