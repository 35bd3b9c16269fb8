package io.limn.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What {@code OPTIONS} says of each path: its name, its media types and the fields that can be sent to it. The build
 * takes it from the merged document, so that the gateway need not read that at its start.
 */
final class PathDescriptions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final List<String> SENDING = List.of("post", "put");
    private static final String VENDOR = "application/vnd.cvat+json";
    private static final String BODY = "application/json";

    private final FieldDescriptions fields;

    private PathDescriptions(JsonNode document) {
        fields = new FieldDescriptions(document);
    }

    /** By path: whether it is open to everybody, and the answer. */
    static ObjectNode of(JsonNode document) {
        var descriptions = new PathDescriptions(document);
        var paths = JSON.createObjectNode();
        document.path("paths")
                .properties()
                .forEach(path -> paths.set(path.getKey(), descriptions.path(path.getKey(), path.getValue())));
        return paths;
    }

    private ObjectNode path(String path, JsonNode operations) {
        var answer = JSON.createObjectNode().put("name", name(path));
        boolean open = false;
        var renders = new LinkedHashSet<>(List.of(VENDOR));
        var parses = new LinkedHashSet<String>();
        var description = "";
        for (var method : METHODS) {
            var operation = operations.path(method);
            if (operation.isMissingNode()) {
                continue;
            }
            open |= operation.path("security").isArray()
                    && operation.path("security").isEmpty();
            description = description.isEmpty() ? operation.path("description").asText("") : description;
            operation.path("responses").path("200").path("content").fieldNames().forEachRemaining(renders::add);
            operation.path("requestBody").path("content").fieldNames().forEachRemaining(parses::add);
        }
        answer.put("description", description);
        answer.set("renders", JSON.valueToTree(renders));
        answer.set("parses", JSON.valueToTree(parses.isEmpty() ? Set.of(BODY) : parses));
        var actions = actions(operations);
        if (!actions.isEmpty()) {
            answer.set("actions", actions);
        }
        var entry = JSON.createObjectNode().put("public", open);
        entry.set("answer", answer);
        return entry;
    }

    private ObjectNode actions(JsonNode operations) {
        var actions = JSON.createObjectNode();
        for (var method : SENDING) {
            var content = operations.path(method).path("requestBody").path("content");
            var body = content.path(BODY).path("schema");
            if (!body.isMissingNode()) {
                actions.set(method.toUpperCase(Locale.ROOT), fields.of(body));
            }
        }
        return actions;
    }

    /** The last word of a path that is no parameter: {@code access_tokens} becomes {@code Access tokens}. */
    static String name(String path) {
        var word = "";
        for (var segment : path.split("/")) {
            if (!segment.isEmpty() && !segment.startsWith("{")) {
                word = segment;
            }
        }
        var text = word.replace('_', ' ').replace('-', ' ');
        return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
