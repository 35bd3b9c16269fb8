package io.limn.data.dataset.format.ultralytics;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the file that describes a dataset. */
final class DataYamlReader {
    private static final int LARGEST = 3 << 20;
    private static final Set<String> NO_SPLITS =
            Set.of("path", "names", "nc", "download", "channels", DataYaml.POINTS, DataYaml.FLIPPED);
    private static final YAMLMapper YAML = new YAMLMapper();

    private final String file;

    private DataYamlReader(String file) {
        this.file = file;
    }

    /** @throws DatasetException when it cannot be understood */
    static DataYaml read(ImportArchive archive, String file) throws IOException {
        return new DataYamlReader(file).read(archive.bytes(file, LARGEST));
    }

    private DataYaml read(byte[] bytes) throws IOException {
        JsonNode root;
        try {
            root = YAML.readTree(bytes);
        } catch (JacksonException broken) {
            throw DatasetException.malformed(
                    file, "line " + Math.max(1, broken.getLocation().getLineNr()), "it is no YAML");
        }
        if (root == null || !root.isObject()) {
            throw DatasetException.malformed(file, "line 1", "it has no keys");
        }
        return new DataYaml(file, names(root.path("names")), splits(root), points(root.path(DataYaml.POINTS)));
    }

    private DatasetException malformed(String key, String text) {
        return DatasetException.malformed(file, key, text);
    }

    private Map<Integer, String> names(JsonNode node) {
        var names = new TreeMap<Integer, String>();
        if (node.isArray()) {
            node.forEach(name -> names.put(names.size(), name(name)));
        } else if (node.isObject()) {
            node.properties().forEach(entry -> {
                if (!entry.getKey().matches("\\d{1,9}")) {
                    throw malformed("names", "'" + entry.getKey() + "' is no number of a class");
                }
                names.put(Integer.valueOf(entry.getKey()), name(entry.getValue()));
            });
        } else {
            throw malformed("names", "names of classes are due");
        }
        return names;
    }

    private String name(JsonNode node) {
        if (!node.isValueNode() || node.isNull()) {
            throw malformed("names", "a class has no name");
        }
        return node.asText();
    }

    private Map<String, List<String>> splits(JsonNode root) {
        var splits = new LinkedHashMap<String, List<String>>();
        root.properties().forEach(entry -> {
            var value = entry.getValue();
            if (!NO_SPLITS.contains(entry.getKey()) && (value.isTextual() || value.isArray())) {
                var paths = new ArrayList<String>();
                for (var path : value.isArray() ? value : List.of(value)) {
                    if (!path.isTextual()) {
                        throw malformed(entry.getKey(), "a path is due");
                    }
                    paths.add(path.asText());
                }
                splits.put(entry.getKey(), paths);
            }
        });
        return splits;
    }

    private int[] points(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        boolean fits = node.size() == 2
                && node.path(0).canConvertToInt()
                && node.path(0).asInt() >= 0
                && node.path(0).asInt() < 100_000
                && (node.path(1).asInt() == 2 || node.path(1).asInt() == 3);
        if (!fits) {
            throw malformed(DataYaml.POINTS, "the number of points and 2 or 3 are due");
        }
        return new int[] {node.path(0).asInt(), node.path(1).asInt()};
    }
}
