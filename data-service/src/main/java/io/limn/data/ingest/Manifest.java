package io.limn.data.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.common.work.PermanentFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A list of files that a client uploads beside them.
 *
 * @param names paths of the pictures in order; empty for that of a video, which is not relied on
 */
record Manifest(List<String> names) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_NAMED = 5;

    /** Whether a file is a manifest by its name. */
    static boolean isManifest(String name) {
        return name.endsWith(".jsonl");
    }

    /**
     * Reads a manifest.
     *
     * @throws PermanentFailure when it is none
     */
    static Manifest read(InputStream bytes) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            var version = header(lines, "version");
            var type = header(lines, "type");
            if (!Set.of("1.0", "1.1").contains(version)
                    || !Set.of("images", "video").contains(type)) {
                throw invalid();
            }
            if (type.equals("video")) {
                return new Manifest(List.of());
            }
            var names = new ArrayList<String>();
            for (var item = line(lines); item != null; item = line(lines)) {
                if (!item.path("name").isTextual() || !item.path("extension").isTextual()) {
                    throw invalid();
                }
                names.add(item.get("name").textValue() + item.get("extension").textValue());
            }
            return new Manifest(names);
        } catch (JsonProcessingException malformed) {
            throw invalid();
        }
    }

    private static String header(BufferedReader lines, String member) throws IOException {
        var line = line(lines);
        return line == null ? "" : line.path(member).asText();
    }

    private static JsonNode line(BufferedReader lines) throws IOException {
        var line = lines.readLine();
        return line == null || line.isBlank() ? null : JSON.readTree(line);
    }

    private static PermanentFailure invalid() {
        return new PermanentFailure("Invalid manifest was uploaded");
    }

    /**
     * Demands that it names just these files.
     *
     * @throws PermanentFailure with the differences
     */
    void requireSame(List<String> uploaded) {
        var given = new LinkedHashSet<>(uploaded);
        var listed = new LinkedHashSet<>(names);
        var mismatches = new ArrayList<String>();
        given.stream().filter(name -> !listed.contains(name)).forEach(name -> mismatches.add(name + " (upload)"));
        listed.stream().filter(name -> !given.contains(name)).forEach(name -> mismatches.add(name + " (manifest)"));
        if (!mismatches.isEmpty()) {
            throw new PermanentFailure("Uploaded files do no match the upload manifest file contents. Please check the"
                    + " upload manifest file contents and the list of uploaded files. Mismatching files: "
                    + String.join(", ", mismatches.subList(0, Math.min(MOST_NAMED, mismatches.size()))));
        }
    }
}
