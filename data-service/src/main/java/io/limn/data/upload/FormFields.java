package io.limn.data.upload;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Text fields of a form as the JSON object that they stand for. Blank values count as absent. Lists have indexed names
 * ({@code name[0]}), some may repeat a plain name; objects have dotted names.
 */
final class FormFields {
    private static final Set<String> INDEXED_ONLY = Set.of("client_files", "server_files", "remote_files");
    private static final Set<String> REPEATED = Set.of("server_files_exclude", "upload_file_order");
    private static final Pattern INDEXED = Pattern.compile("(\\w+)\\[(\\d{1,9})](?:\\[(\\d{1,9})])?");

    private final ObjectNode object = JsonNodeFactory.instance.objectNode();
    private final TreeMap<String, TreeMap<Integer, String>> lists = new TreeMap<>();
    private final TreeMap<Integer, TreeMap<Integer, String>> nested = new TreeMap<>();
    private FormFields below;

    void add(String name, String value) {
        if (name.startsWith("validation_params.")) {
            below = below == null ? new FormFields() : below;
            below.add(name.substring(name.indexOf('.') + 1), value);
            return;
        }
        var indexed = INDEXED.matcher(name);
        if (indexed.matches()) {
            addItem(indexed, value);
        } else if (REPEATED.contains(name)) {
            var items = lists.computeIfAbsent(name, any -> new TreeMap<>());
            items.put(items.isEmpty() ? 0 : items.lastKey() + 1, value);
        } else if (!value.isBlank() && !INDEXED_ONLY.contains(name)) {
            object.put(name, value);
        }
    }

    private void addItem(java.util.regex.MatchResult name, String value) {
        int index = Integer.parseInt(name.group(2));
        if (name.group(1).equals("job_file_mapping")) {
            nested.computeIfAbsent(index, any -> new TreeMap<>())
                    .put(name.group(3) == null ? 0 : Integer.parseInt(name.group(3)), value);
        } else if (!name.group(1).equals("client_files")) {
            lists.computeIfAbsent(name.group(1), any -> new TreeMap<>()).put(index, value);
        }
    }

    ObjectNode toJson() {
        lists.forEach((name, items) -> fill(object.putArray(name), items));
        if (!nested.isEmpty()) {
            var mapping = object.putArray("job_file_mapping");
            nested.values().forEach(items -> fill(mapping.addArray(), items));
        }
        if (below != null) {
            object.set("validation_params", below.toJson());
        }
        return object;
    }

    private static void fill(ArrayNode array, TreeMap<Integer, String> items) {
        items.values().forEach(array::add);
    }
}
