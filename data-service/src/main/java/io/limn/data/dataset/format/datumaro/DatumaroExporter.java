package io.limn.data.dataset.format.datumaro;

import com.fasterxml.jackson.core.JsonGenerator;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.Dimension;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.text.JsonText;
import java.io.IOException;
import java.util.List;

/**
 * Writes Datumaro: one JSON file for each subset, that has all which the shared model knows.
 *
 * @param description what it is
 */
record DatumaroExporter(FormatDescription description) implements DatasetExporter {
    @Override
    public void export(ExportSource source, ArchiveWriter archive) throws IOException {
        var labels = source.subject().labels();
        for (var subset : source.subsets().isEmpty() ? List.of("default") : source.subsets()) {
            try (var json = JsonText.begin(archive, "annotations/" + subset + ".json")) {
                json.writeStartObject();
                json.writeObjectFieldStart("info");
                json.writeEndObject();
                CategoriesText.write(json, labels);
                json.writeArrayFieldStart("items");
                source.items(subset, item -> item(json, item, labels));
                json.writeEndArray();
                json.writeEndObject();
            }
        }
        if (source.withMedia()) {
            source.items(item -> media(archive, item));
        }
    }

    private boolean spatial() {
        return description.dimension() == Dimension.SPATIAL;
    }

    private void item(JsonGenerator json, Item item, Labels labels) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", item.id());
        json.writeObjectFieldStart("attr");
        json.writeNumberField("frame", item.number());
        json.writeEndObject();
        if (spatial()) {
            cloud(json, item);
        } else {
            json.writeObjectFieldStart("image");
            json.writeStringField("path", item.fileName());
            JsonText.wholes(json, "size", item.height(), item.width());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("annotations");
        var text = new AnnotationText(json, labels, item);
        for (var tag : item.tags()) {
            text.tag(tag);
        }
        for (int i = 0; i < item.shapes().size(); i++) {
            text.shape(item.shapes().get(i), i, spatial());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void cloud(JsonGenerator json, Item item) throws IOException {
        json.writeObjectFieldStart("point_cloud");
        json.writeStringField("path", item.fileName());
        json.writeEndObject();
        json.writeArrayFieldStart("related_images");
        for (int i = 0; i < item.related().size(); i++) {
            json.writeStartObject();
            json.writeStringField("path", related(item, i));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** With media pictures are numbered, without they have their own names. */
    private static String related(Item item, int number) {
        var file = item.related().get(number);
        var name = file.baseName();
        int dot = name.lastIndexOf('.');
        return file.file() == null ? name : "image_" + number + (dot < 0 ? "" : name.substring(dot));
    }

    private void media(ArchiveWriter archive, Item item) throws IOException {
        if (item.media() != null) {
            var folder = spatial() ? "point_clouds/" : "images/";
            archive.media(folder + item.subset() + "/" + item.fileName(), item.media());
        }
        for (int i = 0; i < item.related().size(); i++) {
            var file = item.related().get(i).file();
            if (spatial() && file != null) {
                archive.media("related_images/" + item.subset() + "/" + item.id() + "/" + related(item, i), file);
            }
        }
    }
}
