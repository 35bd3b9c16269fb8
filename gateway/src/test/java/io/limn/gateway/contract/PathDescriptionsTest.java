package io.limn.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class PathDescriptionsTest {
    private static final String DOCUMENT = """
            {"paths": {"/api/access_tokens/{id}": {
              "get": {"description": "One of them.", "responses": {"200": {"content": {"text/csv": {}}}}},
              "post": {"security": [], "requestBody": {"content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Token"}}, "multipart/form-data": {}}}}}},
             "components": {"schemas": {
               "Kind": {"type": "string", "enum": ["read_only", "full"]},
               "Token": {"type": "object", "required": ["name"], "properties": {
                 "name": {"type": "string", "maxLength": 9},
                 "kind": {"allOf": [{"$ref": "#/components/schemas/Kind"}]},
                 "expiry_date": {"type": "string", "format": "date-time", "readOnly": true}}}}}}
            """;

    @Test
    void aPathIsDescribedByItsOperations() throws Exception {
        var path = PathDescriptions.of(new ObjectMapper().readTree(DOCUMENT)).path("/api/access_tokens/{id}");

        assertThat(path.path("public").asBoolean()).isTrue();
        var answer = path.path("answer");
        assertThat(answer.path("name").asText()).isEqualTo("Access tokens");
        assertThat(answer.path("description").asText()).isEqualTo("One of them.");
        assertThat(answer.path("renders")).hasToString("[\"application/vnd.cvat+json\",\"text/csv\"]");
        assertThat(answer.path("parses")).hasToString("[\"application/json\",\"multipart/form-data\"]");
        var fields = answer.path("actions").path("POST");
        assertThat(fields.path("name").path("required").asBoolean()).isTrue();
        assertThat(fields.path("name").path("max_length").asInt()).isEqualTo(9);
        assertThat(fields.path("kind").path("type").asText()).isEqualTo("choice");
        assertThat(fields.path("kind").path("choices")).hasSize(2);
        assertThat(fields.path("expiry_date").path("type").asText()).isEqualTo("datetime");
        assertThat(fields.path("expiry_date").path("read_only").asBoolean()).isTrue();
    }
}
