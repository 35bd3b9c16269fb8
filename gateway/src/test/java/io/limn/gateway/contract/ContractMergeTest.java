package io.limn.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractMergeTest {
    @TempDir
    Path folder;

    @Test
    void operationsOfOnePathComeFromSeveralSlices() throws IOException {
        var merged = ContractMerge.merge(List.of(
                slice("one", "paths: {\"/api/tasks/{id}/annotations/\": {get: {operationId: read}}}"),
                slice("two", "paths: {\"/api/tasks/{id}/annotations/\": {post: {operationId: upload}}}")));

        assertThat(merged.at("/paths/~1api~1tasks~1{id}~1annotations~1").fieldNames())
                .toIterable()
                .containsExactly("get", "post");
    }

    @Test
    void anOperationBelongsToOneSlice() throws IOException {
        var one = slice("one", "paths: {/api/tasks: {get: {operationId: list}}}");
        var two = slice("two", "paths: {/api/tasks: {get: {operationId: list}}}");

        assertThatIllegalStateException()
                .isThrownBy(() -> ContractMerge.merge(List.of(one, two)))
                .withMessageContaining("/api/tasks get");
    }

    @Test
    void schemasOfOneNameAreEqual() throws IOException {
        var one = slice("one", "components: {schemas: {User: {type: object}}}");
        var same = slice("same", "components: {schemas: {User: {type: object}}}");
        var other = slice("other", "components: {schemas: {User: {type: string}}}");

        assertThat(ContractMerge.merge(List.of(one, same))
                        .at("/components/schemas/User/type")
                        .asText())
                .isEqualTo("object");
        assertThatIllegalStateException()
                .isThrownBy(() -> ContractMerge.merge(List.of(one, other)))
                .withMessageContaining("schemas User");
    }

    @Test
    void theMergedDocumentTellsTheUserInterfaceWhatItLooksFor() throws IOException {
        var json = document("merged.json", new ObjectMapper());

        assertThat(json.at("/info/version").asText()).isEqualTo("2.54.1 (2.0)");
        assertThat(json.path("paths").has("/api/auth/login")).isTrue();
        assertThat(json.path("paths").has("/api/auth/register")).isTrue();
        for (var settings : List.of("QualitySettings", "ConsensusSettings")) {
            assertThat(json.path("components").path("schemas").path(settings).path("properties"))
                    .isNotEmpty()
                    .allSatisfy(property ->
                            assertThat(property.path("description").asText()).isNotEmpty());
        }
    }

    @Test
    void bothFormsOfTheMergedDocumentSayTheSame() throws IOException {
        assertThat(document("merged.yaml", new ObjectMapper(new YAMLFactory())))
                .isEqualTo(document("merged.json", new ObjectMapper()));
    }

    private static JsonNode document(String name, ObjectMapper mapper) throws IOException {
        try (var stream = ContractMergeTest.class.getResourceAsStream("/openapi/" + name)) {
            return mapper.readTree(stream);
        }
    }

    private Path slice(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), content);
    }
}
