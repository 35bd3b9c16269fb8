package io.limn.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemasTest {
    private static final String ENDING = ".schema.json";

    static Stream<Path> schemas() throws IOException {
        return Files.list(Path.of("src/main/resources/events"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aSchemaIsNamedAfterItsTypeAndLeavesRoomToGrow(Path file) throws IOException {
        var schema = new ObjectMapper().readTree(file.toFile());

        assertThat(file.getFileName()).hasToString(schema.path("title").asText() + ENDING);
        assertThat(schema.path("description").asText()).isNotBlank();
        assertThat(schema.path("additionalProperties").asBoolean()).isTrue();
        schema.path("required")
                .forEach(name -> assertThat(schema.path("properties").has(name.asText()))
                        .as(name.asText())
                        .isTrue());
    }
}
