package io.limn.data.dataset.format.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.data.dataset.content.Label;
import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.kit.Archives;
import io.limn.data.dataset.kit.Import;
import io.limn.data.dataset.kit.MemoryOutput;
import io.limn.data.dataset.kit.Mutations;
import io.limn.data.dataset.kit.RoundTrip;
import io.limn.data.dataset.kit.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassificationTest {
    private static final String LIST = "{\"one\": {\"labels\": [], \"path\": \"no_label/one.png\"},"
            + " \"three\": {\"labels\": [\"car\"], \"path\": \"car/three.png\"},"
            + " \"two\": {\"labels\": [\"car\", \"person\"], \"path\": \"person/two.png\"}}";
    private final ClassificationExporter exporter = new ClassificationExporter();
    private final ClassificationImporter importer = new ClassificationImporter();

    private MemoryOutput read(Map<String, String> texts) {
        return Import.of(importer, Samples.target(), Archives.zip(texts));
    }

    private static Tag tag(Label label) {
        return new Tag(label, 0, "manual", List.of());
    }

    @Test
    void writesAFolderForEachLabel() {
        var texts = Archives.texts(Archives.export(exporter, Samples.source(tag(Samples.CAR), tag(Samples.PERSON))));
        assertThat(texts)
                .containsEntry(
                        "train/labels.json",
                        "{\"one\":{\"labels\":[\"car\",\"person\"],\"path\":\"person/one.png\"},"
                                + "\"three\":{\"labels\":[],\"path\":\"no_label/three.png\"},"
                                + "\"two\":{\"labels\":[],\"path\":\"no_label/two.png\"}}")
                .containsOnlyKeys(
                        "train/labels.json",
                        "train/car/one.png",
                        "train/person/one.png",
                        "train/no_label/three.png",
                        "train/no_label/two.png");
    }

    @Test
    void readsTheList() {
        assertThat(read(Map.of("train/labels.json", LIST)).tags())
                .extracting(tag -> tag.frame() + " " + tag.value().label().name())
                .containsExactly("1 car", "2 car", "2 person");
    }

    @Test
    void readsFoldersWithoutAList() {
        assertThat(read(Map.of("train/car/one.png", "x", "train/no_label/two.png", "x"))
                        .tags())
                .extracting(tag -> tag.frame() + " " + tag.value().label().name())
                .containsExactly("0 car");
    }

    @Test
    void tagsComeBackAndShapesAndAttributesAreLost() {
        var tags = RoundTrip.of(exporter, importer, Samples.source(tag(Samples.CAR), tag(Samples.PERSON)));
        assertThat(tags.tags()).extracting(tag -> tag.value().label().name()).containsExactly("car", "person");
        assertThat(tags.tags())
                .allSatisfy(tag -> assertThat(tag.value().attributes()).isEmpty());
        var shapes = RoundTrip.of(exporter, importer, Samples.source(RoundTrip.allKinds()));
        assertThat(shapes.shapes()).isEmpty();
        assertThat(shapes.tags()).isEmpty();
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> read(Map.of("a.txt", "x"))).hasMessageContaining("Check [format docs]");
        assertThatThrownBy(() -> read(Map.of("train/labels.json", "{\"one\": {\"labels\": 5}}")))
                .hasMessage("train/labels.json, one.labels: a list is due");
        assertThatThrownBy(() -> read(Map.of("train/labels.json", LIST.replace("car", "truck"))))
                .hasMessageContaining("Label 'truck' is not registered for this task");
    }

    @Test
    void brokenArchivesAreRefused() {
        mutate(20);
    }

    @org.junit.jupiter.api.Tag("soak")
    @Test
    void manyBrokenArchivesAreRefused() {
        mutate(200);
    }

    private void mutate(int count) {
        Mutations.refuse(
                importer, Samples.target(), Map.of("train/labels.json", LIST.getBytes(StandardCharsets.UTF_8)), count);
    }
}
