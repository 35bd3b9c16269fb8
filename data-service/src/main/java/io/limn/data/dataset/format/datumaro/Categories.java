package io.limn.data.dataset.format.datumaro;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetLabel;
import io.limn.data.dataset.text.JsonEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes of a dataset.
 *
 * @param labels in their order
 * @param points names of the points of skeletons by the number of their label
 */
record Categories(List<DatasetLabel> labels, Map<Integer, List<String>> points) {
    /** @throws DatasetException when they cannot be understood */
    static Categories of(String file, JsonNode node) {
        var labels = new ArrayList<DatasetLabel>();
        var entries = node.path("label").path("labels");
        for (int i = 0; i < entries.size(); i++) {
            var entry = new JsonEntry(file, "categories.label.labels[" + i + "]", entries.get(i));
            labels.add(new DatasetLabel(
                    entry.text("name"), entry.node().path("parent").asText("")));
        }
        var points = new HashMap<Integer, List<String>>();
        var items = node.path("points").path("items");
        for (int i = 0; i < items.size(); i++) {
            var entry = new JsonEntry(file, "categories.points.items[" + i + "]", items.get(i));
            var names = new ArrayList<String>();
            entry.node().path("labels").forEach(name -> names.add(name.asText()));
            points.put(entry.whole("label_id"), names);
        }
        return new Categories(labels, points);
    }

    /** The class of an annotation. */
    String label(JsonEntry annotation) {
        var id = annotation.node().path("label_id");
        if (id.isMissingNode() || id.isNull()) {
            throw annotation.malformed("label_id", "annotation has no label");
        }
        int index = annotation.whole("label_id");
        if (index < 0 || index >= labels.size()) {
            throw annotation.malformed("label_id", "there is no label " + index);
        }
        return labels.get(index).name();
    }
}
