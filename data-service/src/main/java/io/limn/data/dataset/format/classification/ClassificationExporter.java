package io.limn.data.dataset.format.classification;

import io.limn.data.dataset.archive.ArchiveNames;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.convert.UsedNames;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.yolo.Split;
import io.limn.data.dataset.text.JsonText;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes Ultralytics YOLO Classification: a folder of pictures for each label. */
@Singleton
final class ClassificationExporter implements DatasetExporter {
    static final String NAME = "Ultralytics YOLO Classification 1.0";
    static final String UNLABELLED = "no_label";
    static final String LIST = "labels.json";

    @Override
    public FormatDescription description() {
        return FormatDescription.exporter(NAME);
    }

    @Override
    public void export(ExportSource source, ArchiveWriter archive) throws IOException {
        for (var split : Split.of(source, Set.of())) {
            try (var json = JsonText.begin(archive, split.name() + "/" + LIST)) {
                var used = new UsedNames();
                json.writeStartObject();
                split.items(source, (id, item) -> {
                    json.writeObjectFieldStart(id);
                    json.writeArrayFieldStart("labels");
                    for (var label : labels(item)) {
                        json.writeString(label);
                    }
                    json.writeEndArray();
                    json.writeStringField("path", places(item, used).getLast());
                    json.writeEndObject();
                });
                json.writeEndObject();
            }
            if (source.withMedia()) {
                pictures(source, split, archive);
            }
        }
    }

    private static void pictures(ExportSource source, Split split, ArchiveWriter archive) throws IOException {
        var used = new UsedNames();
        split.items(source, (id, item) -> {
            for (var place : places(item, used)) {
                if (item.media() != null) {
                    archive.media(split.name() + "/" + place, item.media());
                }
            }
        });
    }

    private static Set<String> labels(Item item) {
        var labels = new LinkedHashSet<String>();
        item.tags().forEach(tag -> labels.add(tag.label().name()));
        return labels;
    }

    /** Where the picture lies: once for each label. */
    private static List<String> places(Item item, UsedNames used) {
        var places = new ArrayList<String>();
        for (var label : item.tags().isEmpty() ? Set.of(UNLABELLED) : labels(item)) {
            var begin = ArchiveNames.part(label) + "/" + item.baseName();
            var place = begin + item.extension();
            for (int i = 0; !used.add(place); i++) {
                place = begin + "." + i + item.extension();
            }
            places.add(place);
        }
        return places;
    }
}
