package io.limn.data.dataset.format.cvat;

import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetLabel;
import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.format.ImportedItem;
import io.limn.data.dataset.format.ImportedTag;
import io.limn.data.dataset.format.ImportedTrack;
import io.limn.data.dataset.format.ImportedTrack.Keyframe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the content of one file: labels, what is on frames, and tracks, one after the other. */
final class AnnotationsReader {
    private final XMLStreamReader xml;
    private final String file;
    private final ImportSink sink;
    private final ShapeReader shapes;

    AnnotationsReader(XMLStreamReader xml, String file, ImportSink sink) {
        this.xml = xml;
        this.file = file;
        this.sink = sink;
        shapes = new ShapeReader(xml, file);
    }

    void read() throws XMLStreamException, IOException {
        while (nextChild("annotations")) {
            switch (xml.getLocalName()) {
                case "meta" -> meta();
                case "image" -> image();
                case "track" -> track();
                default -> shapes.skip();
            }
        }
    }

    private boolean nextChild(String parent) throws XMLStreamException {
        return shapes.nextChild(parent);
    }

    private void meta() throws XMLStreamException {
        var labels = new ArrayList<DatasetLabel>();
        String name = null;
        String parent = "";
        boolean inLabel = false;
        while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("meta"))) {
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "label" -> {
                        inLabel = true;
                        name = null;
                        parent = "";
                    }
                    case "attributes" -> shapes.skip();
                    case "name" -> name = inLabel ? xml.getElementText() : name;
                    case "parent" -> parent = inLabel ? xml.getElementText() : parent;
                    default -> {}
                }
            } else if (xml.isEndElement() && xml.getLocalName().equals("label") && name != null) {
                labels.add(new DatasetLabel(name, parent));
                inLabel = false;
            }
        }
        sink.declare(labels);
    }

    private void image() throws XMLStreamException, IOException {
        var name = shapes.required("name");
        var id = xml.getAttributeValue(null, "id");
        var subset = xml.getAttributeValue(null, "subset");
        var item = new ImportedItem(
                io.limn.data.dataset.intake.FrameNames.strip(name),
                subset == null ? "default" : subset,
                name,
                id == null ? null : Integer.valueOf(id.strip()),
                size("width"),
                size("height"));
        try (var frame = sink.item(item)) {
            while (nextChild("image")) {
                var element = xml.getLocalName();
                if (element.equals("tag")) {
                    var label = shapes.required("label");
                    int group = shapes.whole("group_id");
                    frame.tag(new ImportedTag(label, group, shapes.attributes("tag")));
                } else {
                    var kind = ShapeReader.kind(element);
                    if (kind == null) {
                        shapes.skip();
                    } else {
                        int group = shapes.whole("group_id");
                        frame.shape(shapes.read(kind, shapes.required("label")).inGroup(group));
                    }
                }
            }
        }
    }

    private int size(String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? 0 : Integer.parseInt(value.strip());
    }

    private void track() throws XMLStreamException, IOException {
        var label = shapes.required("label");
        int group = shapes.whole("group_id");
        var keyframes = new ArrayList<Keyframe>();
        Map<String, List<Keyframe>> elements = new LinkedHashMap<>();
        while (nextChild("track")) {
            var kind = ShapeReader.kind(xml.getLocalName());
            if (kind == null) {
                shapes.skip();
                continue;
            }
            boolean drawn = "1".equals(xml.getAttributeValue(null, "keyframe"));
            int number = Integer.parseInt(shapes.required("frame").strip());
            int line = xml.getLocation().getLineNumber();
            var shape = shapes.read(kind, label);
            boolean part = shape.elements().stream().anyMatch(ShapeReader::isKeyframe);
            if (!drawn && !part) {
                continue;
            }
            int frame = sink.frame(number);
            if (!keyframes.isEmpty() && drawn && keyframes.getLast().frame() > frame) {
                throw DatasetException.malformed(file, "line " + line, "the shapes of a track are not in frame order");
            }
            if (drawn) {
                keyframes.add(new Keyframe(frame, shape));
            }
            for (var element : shape.elements()) {
                if (ShapeReader.isKeyframe(element)) {
                    elements.computeIfAbsent(element.label(), key -> new ArrayList<>())
                            .add(new Keyframe(frame, element));
                }
            }
        }
        finish(label, group, keyframes, elements);
    }

    /** A track of masks cannot be followed from one to the next: its first mask stays, as a single shape. */
    private void finish(String label, int group, List<Keyframe> keyframes, Map<String, List<Keyframe>> elements)
            throws IOException {
        if (keyframes.isEmpty()) {
            throw DatasetException.value("a track of label '" + label + "' has no keyframes");
        }
        var first = keyframes.getFirst();
        if (first.shape().kind() == ShapeKind.MASK) {
            var item = ImportedItem.of(String.valueOf(first.frame()), "default").withNumber(first.frame());
            var attributes = new LinkedHashMap<>(first.shape().attributes());
            attributes.put("source", "manual");
            try (var frame = sink.item(item)) {
                frame.shape(first.shape().inGroup(group).with(attributes));
            }
            return;
        }
        var parts = elements.entrySet().stream()
                .map(part -> new ImportedTrack(part.getKey(), 0, Map.of(), part.getValue(), List.of()))
                .toList();
        sink.track(new ImportedTrack(label, group, Map.of(), keyframes, parts));
    }
}
