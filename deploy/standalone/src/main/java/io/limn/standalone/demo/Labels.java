package io.limn.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.standalone.client.ApiClient;
import java.util.HashMap;
import java.util.Map;

/** The labels of a task: their identifiers by name. */
record Labels(Map<String, Integer> byName) {
    static Labels of(ApiClient client, int task) {
        Map<String, Integer> ids = new HashMap<>();
        for (JsonNode label :
                client.get("/api/labels?task_id=" + task + "&page_size=100").path("results")) {
            ids.put(label.path("name").asText(), label.path("id").asInt());
        }
        return new Labels(ids);
    }

    int id(String name) {
        return byName.get(name);
    }
}
