package io.limn.data.dataset.format.labelme;

import io.limn.common.geometry.Points;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.text.XmlFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object of a file as it stands there. */
final class Parsed {
    private final XmlFile xml;
    final Map<String, Object> attributes = new LinkedHashMap<>();
    String name = "";
    String type = "";
    String id = "";
    String partOf = "";
    List<String> parts = List.of();
    boolean deleted;
    boolean occluded;
    /** Corners of a line, {@code null} for none. */
    Points corners;
    /** Name of a picture, {@code null} for none. */
    String mask;
    /** Where the mask is named. */
    DatasetException missing;

    Parsed(XmlFile xml) {
        this.xml = xml;
    }

    /** Reads the element at hand. */
    void read() throws IOException {
        xml.children(this::element);
        if (deleted) {
            return;
        }
        if (name.isEmpty()) {
            throw xml.malformed("an object has no name");
        }
        if (mask == null && (corners == null || corners.size() == 0)) {
            throw xml.malformed("object '" + name + "' has neither a polygon nor a mask");
        }
    }

    private void element(String element) throws IOException {
        switch (element) {
            case "name" -> name = xml.text();
            case "type" -> type = xml.text();
            case "id" -> id = xml.text();
            case "deleted" -> deleted = flag();
            case "occluded" -> occluded = flag();
            case "polygon" -> polygon();
            case "segm" -> mask();
            case "attributes" -> attributes();
            case "parts" ->
                xml.children(part -> {
                    switch (part) {
                        case "hasparts" -> parts = List.of(xml.text().split("[,\\s]+"));
                        case "ispartof" -> partOf = xml.text();
                        default -> {}
                    }
                });
            default -> {}
        }
    }

    private boolean flag() throws IOException {
        var text = xml.text();
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "1", "yes", "true" -> true;
            case "0", "no", "false", "" -> false;
            default -> throw xml.malformed("yes or no is expected, not '" + text + "'");
        };
    }

    private void attributes() throws IOException {
        try {
            attributes.putAll(AttributeText.read(xml.text()));
        } catch (IllegalArgumentException broken) {
            throw xml.malformed("the attributes of object '" + name + "' are broken: " + broken.getMessage());
        }
    }

    private void polygon() throws IOException {
        var numbers = new ArrayList<Double>();
        xml.children(child -> {
            if (child.equals("pt")) {
                point(numbers);
            } else if (child.equals("username")) {
                user(xml.text());
            }
        });
        corners = Points.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void point(List<Double> numbers) throws IOException {
        var place = new Double[2];
        xml.children(axis -> {
            switch (axis) {
                case "x" -> place[0] = xml.number();
                case "y" -> place[1] = xml.number();
                default -> {}
            }
        });
        if (place[0] == null || place[1] == null) {
            throw xml.malformed("a point has no x or no y");
        }
        numbers.addAll(List.of(place));
    }

    private void mask() throws IOException {
        xml.children(child -> {
            switch (child) {
                case "mask" -> mask = xml.text();
                case "username" -> user(xml.text());
                default -> {}
            }
        });
        if (mask == null || mask.isEmpty()) {
            throw xml.malformed("the mask of object '" + name + "' has no file");
        }
        missing = xml.malformed("there is no mask '" + mask + "'");
    }

    private void user(String user) {
        if (!user.isEmpty()) {
            attributes.put("username", user);
        }
    }
}
