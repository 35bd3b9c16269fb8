package io.limn.common.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares a slice of the API with the published contract of the CVAT API: the operations and schemas that both have,
 * by names, types, enums, what is required and what may be null. What a slice has besides is its own affair, as are
 * descriptions and errors.
 */
final class ContractComparison {
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete", "options");
    private static final String NOTHING = "nothing";

    private final SortedSet<String> differences = new TreeSet<>();

    private ContractComparison() {}

    /** The differences, each in the form {@code where: what the slice has instead of what}. */
    static SortedSet<String> of(JsonNode slice, JsonNode published) {
        var comparison = new ContractComparison();
        var there = operations(published);
        operations(slice).forEach((key, operation) -> {
            if (there.containsKey(key)) {
                comparison.compare(key, operation(operation), operation(there.get(key)));
            }
        });
        var schemas = published.at("/components/schemas");
        slice.at("/components/schemas").properties().stream()
                .filter(schema -> schemas.has(schema.getKey()))
                .forEach(schema -> comparison.compare(
                        schema.getKey(), schema(schema.getValue()), schema(schemas.get(schema.getKey()))));
        return comparison.differences;
    }

    private void compare(String where, Map<String, String> here, Map<String, String> there) {
        var names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        for (var name : names) {
            var ours = here.getOrDefault(name, NOTHING);
            var theirs = there.getOrDefault(name, NOTHING);
            if (!ours.equals(theirs)) {
                differences.add(where + " " + name + ": " + ours + " instead of " + theirs);
            }
        }
    }

    private static SortedMap<String, JsonNode> operations(JsonNode document) {
        var operations = new TreeMap<String, JsonNode>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.put(Template.key(operation.getKey(), path.getKey()), operation.getValue());
                }
            }
        }
        return operations;
    }

    private static Map<String, String> operation(JsonNode operation) {
        var parts = new TreeMap<String, String>();
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                parts.put("query " + parameter.path("name").asText(), type(parameter.path("schema")));
            }
        }
        contents("body", operation.path("requestBody"), parts);
        for (var answer : operation.path("responses").properties()) {
            if (answer.getKey().startsWith("2")) {
                parts.put(answer.getKey(), "an answer");
                contents(answer.getKey(), answer.getValue(), parts);
            }
        }
        return parts;
    }

    private static void contents(String name, JsonNode message, Map<String, String> parts) {
        for (var content : message.path("content").properties()) {
            parts.put(name + " " + content.getKey(), type(content.getValue().path("schema")));
        }
    }

    private static Map<String, String> schema(JsonNode schema) {
        var parts = new TreeMap<String, String>();
        parts.put("type", type(schema));
        for (var member : schema.path("properties").properties()) {
            parts.put(member.getKey(), type(member.getValue()));
        }
        for (var required : schema.path("required")) {
            parts.merge(required.asText(), " required", String::concat);
        }
        return parts;
    }

    /** A schema in one word: what it refers to, or its type with its choices; with a question mark when it may be null. */
    private static String type(JsonNode schema) {
        var type = new StringBuilder(named(schema));
        if (schema.path("type").asText().equals("array")) {
            type.append(" of ").append(type(schema.path("items")));
        }
        if (schema.has("enum")) {
            type.append(sorted(schema.path("enum").elements()));
        }
        return schema.path("nullable").asBoolean() ? type.append('?').toString() : type.toString();
    }

    private static String named(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.path("$ref").asText().replaceAll(".*/", "");
        }
        for (var combination : List.of("allOf", "oneOf", "anyOf")) {
            if (schema.has(combination)) {
                var parts = new ArrayList<String>();
                schema.path(combination).forEach(part -> parts.add(type(part)));
                return parts.size() == 1 ? parts.getFirst() : combination + new TreeSet<>(parts);
            }
        }
        return schema.path("type").asText("anything");
    }

    private static SortedSet<String> sorted(Iterator<JsonNode> choices) {
        var texts = new TreeSet<String>();
        choices.forEachRemaining(choice -> texts.add(choice.asText()));
        return texts;
    }
}
