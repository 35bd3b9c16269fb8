package io.limn.data.cloudstorage.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a bucket's policy allows, told as roughly as the API tells it. */
final class S3Policy {
    /** Where there is no policy. */
    static final Set<String> ALL = Set.of("read", "write");

    private static final ObjectMapper JSON = new ObjectMapper();

    private S3Policy() {}

    /** The actions of a policy; all when it cannot be read. */
    static Set<String> actions(String policy) {
        var actions = new LinkedHashSet<String>();
        try {
            for (var statement : items(JSON.readTree(policy).path("Statement"))) {
                if (statement.path("Effect").asText().equals("Allow")) {
                    items(statement.path("Action")).forEach(action -> add(action.asText(), actions));
                }
            }
            return actions;
        } catch (JsonProcessingException unreadable) {
            return ALL;
        }
    }

    private static Iterable<JsonNode> items(JsonNode oneOrMore) {
        return oneOrMore.isArray() ? oneOrMore : Set.of(oneOrMore);
    }

    private static void add(String action, Set<String> actions) {
        boolean every = action.equals("*") || action.equals("s3:*");
        if (every || action.startsWith("s3:GetObject") || action.equals("s3:Get*")) {
            actions.add("read");
        }
        if (every || action.startsWith("s3:PutObject") || action.equals("s3:Put*")) {
            actions.add("write");
        }
    }
}
