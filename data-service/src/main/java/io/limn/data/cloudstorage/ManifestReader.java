package io.limn.data.cloudstorage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a manifest line by line; the names in it begin in its own folder. */
final class ManifestReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> VERSIONS = Set.of("1.0", "1.1");
    private static final int LONGEST_LINE = 1 << 20;

    private final String folder;
    private final BufferedReader lines;

    /** A reader of a manifest. */
    ManifestReader(String key, InputStream bytes) {
        this.folder = key.substring(0, key.lastIndexOf('/') + 1);
        this.lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Reads to the end.
     *
     * @return whether it is the manifest of a video, which is then its only item
     * @throws InvalidManifestException when it is no manifest
     */
    boolean read(Consumer<ManifestItem> taker) throws IOException {
        try {
            var version = first("version").asText();
            var type = first("type").asText();
            if (!VERSIONS.contains(version)) {
                throw InvalidManifestException.atStart();
            }
            switch (type) {
                case "images" -> readImages(taker);
                case "video" -> taker.accept(video(first("properties")));
                default -> throw InvalidManifestException.atStart();
            }
            return type.equals("video");
        } catch (JsonProcessingException malformed) {
            throw InvalidManifestException.atStart();
        }
    }

    private JsonNode first(String member) throws IOException {
        var line = next();
        if (line == null) {
            throw InvalidManifestException.atStart();
        }
        return line.path(member);
    }

    private JsonNode next() throws IOException {
        var line = lines.readLine();
        if (line != null && line.length() > LONGEST_LINE) {
            throw InvalidManifestException.atStart();
        }
        return line == null || line.isBlank() ? null : JSON.readTree(line);
    }

    private ManifestItem video(JsonNode properties) throws InvalidManifestException {
        if (!properties.path("name").isTextual()
                || !properties.path("resolution").isArray()
                || properties.path("length").asInt() == 0) {
            throw InvalidManifestException.atStart();
        }
        return new ManifestItem(folder + properties.get("name").textValue(), null, null, List.of());
    }

    private void readImages(Consumer<ManifestItem> taker) throws IOException {
        var line = next();
        if (line == null
                || !line.path("name").isTextual()
                || !line.path("extension").isTextual()
                || !line.path("width").isInt()
                || !line.path("height").isInt()) {
            throw InvalidManifestException.atStart();
        }
        for (; line != null; line = next()) {
            taker.accept(image(line));
        }
    }

    private ManifestItem image(JsonNode line) throws InvalidManifestException {
        for (var member : List.of("name", "extension")) {
            if (!line.path(member).isTextual()) {
                throw InvalidManifestException.lacking(member);
            }
        }
        var related = new ArrayList<String>();
        line.path("meta").path("related_images").forEach(path -> related.add(folder + path.asText()));
        return new ManifestItem(
                folder + line.get("name").textValue() + line.get("extension").textValue(),
                size(line, "width"),
                size(line, "height"),
                related);
    }

    private static Integer size(JsonNode line, String member) {
        return line.path(member).isInt() && line.get(member).intValue() > 0
                ? Integer.valueOf(line.get(member).intValue())
                : null;
    }
}
