package io.limn.data.dataset.format.voc;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.ImportSink.ItemSink;
import io.limn.data.dataset.format.ImportedShape;
import io.limn.data.dataset.text.XmlFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the XML file of a frame. */
final class ObjectReader {
    private final XmlFile xml;
    private final ItemSink item;
    private int objects;

    private ObjectReader(XmlFile xml, ItemSink item) {
        this.xml = xml;
        this.item = item;
    }

    /** Hands over the boxes of a file, each with its number as its group. */
    static void read(ImportArchive archive, String file, ItemSink item) throws IOException {
        try (var xml = XmlFile.open(archive, file)) {
            if (!xml.name().equals("annotation")) {
                throw xml.malformed("the element 'annotation' is expected");
            }
            var reader = new ObjectReader(xml, item);
            xml.children(name -> {
                if (name.equals("object")) {
                    reader.object();
                }
            });
        }
    }

    private void object() throws IOException {
        var attributes = new LinkedHashMap<String, Object>();
        var sides = new HashMap<String, Double>();
        var label = new String[1];
        xml.children(name -> {
            switch (name) {
                case "name" -> label[0] = xml.text();
                case "bndbox" -> xml.children(side -> sides.put(side, xml.number()));
                case "attributes" -> xml.children(child -> attribute(attributes));
                case ObjectFile.POSE -> attributes.put(name, xml.text());
                default -> {
                    if (ObjectFile.FLAGS.contains(name)) {
                        attributes.put(name, flag(xml.text()));
                    }
                }
            }
        });
        if (label[0] == null || label[0].isEmpty()) {
            throw xml.malformed("an object has no name");
        }
        item.shape(ImportedShape.box(
                        label[0], side(sides, "xmin"), side(sides, "ymin"), side(sides, "xmax"), side(sides, "ymax"))
                .with(attributes)
                .inGroup(++objects));
    }

    private void attribute(Map<String, Object> attributes) throws IOException {
        var pair = new HashMap<String, String>();
        xml.children(name -> pair.put(name, xml.text()));
        if (pair.get("name") == null || pair.get("value") == null) {
            throw xml.malformed("an attribute has no name or no value");
        }
        attributes.put(pair.get("name"), pair.get("value"));
    }

    private double side(Map<String, Double> sides, String name) {
        var side = sides.get(name);
        if (side == null) {
            throw xml.malformed("the box of an object has no '" + name + "'");
        }
        return side;
    }

    private boolean flag(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "1", "true" -> true;
            case "0", "false", "" -> false;
            default -> throw xml.malformed("0 or 1 is expected, not '" + text + "'");
        };
    }
}
