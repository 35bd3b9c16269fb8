package io.limn.data.dataset.format.datumaro;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.format.ImportSink.ItemSink;
import io.limn.data.dataset.format.ImportedItem;
import io.limn.data.dataset.format.ImportedTag;
import io.limn.data.dataset.text.JsonEntry;
import io.limn.data.dataset.text.JsonFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the items of a file, one whole item after the other. */
final class ItemReader {
    private final JsonFile file;
    private final String subset;
    private final ImportArchive archive;
    private final ImportSink sink;
    private final Categories categories;
    private final AnnotationReader reader;

    /** @param archive where media are, {@code null} for a file by itself */
    ItemReader(JsonFile file, String subset, ImportArchive archive, ImportSink sink, Categories categories) {
        this.file = file;
        this.subset = subset;
        this.archive = archive;
        this.sink = sink;
        this.categories = categories;
        reader = new AnnotationReader(categories, sink.labels());
    }

    void read(String number, JsonParser json) throws IOException {
        var place = "items[" + number + "]";
        Map<String, JsonNode> facts = new HashMap<>();
        List<JsonNode> waiting = new ArrayList<>();
        JsonFile.inner(json, (key, value) -> {
            if (key.equals("annotations")) {
                JsonFile.inner(value, (index, annotation) -> waiting.add(JsonFile.tree(annotation)));
            } else if (!key.equals("media")) {
                facts.put(key, JsonFile.tree(value));
            }
        });
        try (var item = sink.item(item(place, facts))) {
            for (int i = 0; i < waiting.size(); i++) {
                annotation(new JsonEntry(file.name(), place + ".annotations[" + i + "]", waiting.set(i, null)), item);
            }
        }
    }

    private ImportedItem item(String place, Map<String, JsonNode> facts) {
        var id = facts.get("id");
        if (id == null || !id.isTextual()) {
            throw DatasetException.malformed(file.name(), place + ".id", "a text is due");
        }
        var picture = facts.containsKey("point_cloud") ? facts.get("point_cloud") : facts.get("image");
        var item = ImportedItem.of(id.asText(), subset);
        var frame = facts.containsKey("attr") ? facts.get("attr").get("frame") : null;
        if (frame != null && frame.canConvertToInt()) {
            item = item.withNumber(frame.asInt());
        }
        if (picture == null) {
            return item;
        }
        var size = picture.path("size");
        return item.withMedia(media(id.asText(), picture.path("path").asText("")))
                .withSize(size.path(1).asInt(), size.path(0).asInt());
    }

    private String media(String id, String path) {
        if (archive == null || path.isEmpty()) {
            return null;
        }
        var ending = path.substring(Math.max(0, path.lastIndexOf('.')));
        var names = List.of(path, id + ending, path.replace('/', '_'), (id + ending).replace('/', '_'));
        for (var folder : List.of("images/", "point_clouds/")) {
            for (var name : names) {
                for (var part : List.of(subset + "/", "")) {
                    if (archive.has(folder + part + name)) {
                        return folder + part + name;
                    }
                }
            }
        }
        return null;
    }

    private void annotation(JsonEntry annotation, ItemSink item) throws IOException {
        var type = annotation.text("type");
        if (type.equals("label")) {
            item.tag(new ImportedTag(
                    categories.label(annotation),
                    annotation.wholeOrZero("group"),
                    annotation.attributes("attributes")));
        } else if (!type.equals("caption")) {
            item.shape(reader.shape(annotation, type, item));
        }
    }
}
