package io.limn.data.dataset.format.imagenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limn.data.dataset.content.Tag;
import io.limn.data.dataset.content.Value;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.kit.Archives;
import io.limn.data.dataset.kit.Import;
import io.limn.data.dataset.kit.MemoryOutput;
import io.limn.data.dataset.kit.MemorySource;
import io.limn.data.dataset.kit.Mutations;
import io.limn.data.dataset.kit.Samples;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageNetTest {
    private static final Tag CAR = new Tag(Samples.CAR, 0, "manual", List.of());
    private static final Tag PERSON = new Tag(Samples.PERSON, 4, "manual", List.of(new Value(Samples.AGE, "44")));

    private static byte[] export(boolean withMedia, Tag... tags) {
        var source = Samples.source("train", List.of(tags), List.of(List.of(Samples.box(1, 1, 5, 5))));
        var items = withMedia
                ? source.items()
                : source.items().stream()
                        .map(item -> new io.limn.data.dataset.content.Item(
                                item.task(),
                                item.frame(),
                                item.number(),
                                item.id(),
                                item.path(),
                                item.width(),
                                item.height(),
                                item.tags(),
                                item.shapes(),
                                null,
                                List.of()))
                        .toList();
        return Archives.export(
                new ImageNetExporter(),
                new MemorySource(source.subject(), withMedia, items, source.tracks(), source.singles()));
    }

    private static MemoryOutput read(byte[] archive) {
        return Import.of(new ImageNetImporter(), Samples.target(), archive);
    }

    @Test
    void picturesLieInAFolderForEachTag() {
        assertThat(Archives.files(export(true, CAR, PERSON)).keySet())
                .containsExactly("car/one.png", "person/one.png", "no_label/three.png", "no_label/two.png");
    }

    @Test
    void withoutPicturesThereAreLists() {
        assertThat(Archives.texts(export(false, CAR, PERSON)))
                .containsExactly(
                        Map.entry("synsets.txt", "car\nperson\nface\neye\nnose\n"),
                        Map.entry("train.txt", "one.png 0 1\nthree.png\ntwo.png\n"));
    }

    @Test
    void tagsComeBackFromFoldersAndFromLists() {
        for (boolean withMedia : new boolean[] {true, false}) {
            var output = read(export(withMedia, CAR, PERSON));
            assertThat(output.tags()).extracting(MemoryOutput.Placed::frame).containsExactly(0, 0);
            assertThat(output.tags())
                    .extracting(placed -> placed.value().label())
                    .containsExactly(Samples.CAR, Samples.PERSON);
        }
    }

    @Test
    void whatTheFormatCannotSayIsLost() {
        var output = read(export(false, PERSON));
        assertThat(output.shapes()).as("shapes").isEmpty();
        assertThat(output.tags().getFirst().value().attributes())
                .as("attributes")
                .isEmpty();
        assertThat(output.tags().getFirst().value().group()).as("groups").isZero();
    }

    @Test
    void namesMayHaveBlanks() {
        var archive = Archives.zip(Map.of("synsets.txt", "car\n", "a.txt", "my photo 7.png 0\n"));
        var output = Import.of(new ImageNetImporter(), Samples.target(List.of("x.png", "my photo 7.png")), archive);
        assertThat(output.tags()).extracting(MemoryOutput.Placed::frame).containsExactly(1);
    }

    @Test
    void wrongFilesAndNumbersAreNamed() {
        assertThatThrownBy(
                        () -> read(Archives.zip(Map.of("synsets.txt", "car\n", "a.txt", "one.png 0\nthree.png 3\n"))))
                .isInstanceOf(DatasetException.class)
                .hasMessage("a.txt, line 2: there are 1 labels, and none is 3");
        assertThatThrownBy(() -> read(Archives.zip(Map.of("a.txt", "x"))))
                .hasMessageContaining("synsets.txt: there is no such file");
        assertThatThrownBy(() -> read(Archives.zip(Map.of("a/b.json", "x"))))
                .hasMessageContaining("Check [format docs]");
    }

    @Test
    void brokenArchivesAreRefused() {
        refuse(20);
    }

    @Test
    @org.junit.jupiter.api.Tag("soak")
    void manyBrokenArchivesAreRefused() {
        refuse(200);
    }

    private static void refuse(int count) {
        var files = new LinkedHashMap<>(Archives.files(export(false, CAR, PERSON)));
        files.put("test.txt", "three.png 1\ntwo.png 0 1\n".getBytes(StandardCharsets.UTF_8));
        Mutations.refuse(new ImageNetImporter(), Samples.target(), files, count);
    }
}
