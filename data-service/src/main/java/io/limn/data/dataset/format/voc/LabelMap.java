package io.limn.data.dataset.format.voc;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.content.Label;
import io.limn.data.dataset.content.Labels;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetLabel;
import io.limn.data.dataset.picture.VocPalette;
import io.limn.data.dataset.text.TextLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The labels of a dataset in order with their colours, {@code 0xrrggbb}; pixels of no object are {@code background}. */
final class LabelMap {
    static final String FILE = "labelmap.txt";
    static final String BACKGROUND = "background";

    private final Map<String, Integer> colours;

    private LabelMap(Map<String, Integer> colours) {
        this.colours = colours;
    }

    /** In the order of the labels behind the background, in the colours of the palette. */
    static LabelMap byPalette(Labels labels) {
        var colours = new LinkedHashMap<String, Integer>();
        colours.put(BACKGROUND, VocPalette.colour(0));
        for (var label : labels.all()) {
            colours.putIfAbsent(label.name(), VocPalette.colour(colours.size()));
        }
        return new LabelMap(colours);
    }

    /** In the order of the names, in the colours of the labels. */
    static LabelMap byName(Labels labels) {
        var colours = new LinkedHashMap<String, Integer>();
        var names = new ArrayList<>(labels.all().stream().map(Label::name).toList());
        names.add(BACKGROUND);
        names.stream().sorted().distinct().forEach(name -> colours.put(name, 0));
        labels.all().reversed().forEach(label -> colours.put(label.name(), rgb(label.color())));
        return new LabelMap(colours);
    }

    private static int rgb(String color) {
        return color.matches("#[0-9a-fA-F]{6}") ? Integer.parseInt(color.substring(1), 16) : 0;
    }

    /**
     * As a dataset has it.
     *
     * @throws DatasetException when a line is broken
     */
    static LabelMap read(ImportArchive archive) throws IOException {
        var colours = new LinkedHashMap<String, Integer>();
        TextLines.read(archive, FILE, (number, line) -> {
            if (line.startsWith("#")) {
                return;
            }
            // Names may have colons, what follows them never does.
            var parts = line.split(":", -1);
            if (parts.length < 4) {
                throw DatasetException.malformed(FILE, "line " + number, "'label:colour:parts:actions' is expected");
            }
            var name = String.join(":", List.of(parts).subList(0, parts.length - 3));
            var text = parts[parts.length - 3].strip();
            colours.put(name, text.isEmpty() ? VocPalette.colour(colours.size()) : colour(text, number));
        });
        return new LabelMap(colours);
    }

    private static int colour(String text, int line) {
        var parts = text.split(",");
        int colour = 0;
        for (var part : parts) {
            var value = part.strip();
            if (parts.length != 3 || !value.matches("\\d{1,3}") || Integer.parseInt(value) > 0xff) {
                throw DatasetException.malformed(FILE, "line " + line, "'" + text + "' is not a colour");
            }
            colour = colour << 8 | Integer.parseInt(value);
        }
        return colour;
    }

    /** The text of the file. */
    String text() {
        var text = new StringBuilder("# label:color_rgb:parts:actions\n");
        colours.forEach((name, colour) -> text.append(name)
                .append(':')
                .append(colour >> 16)
                .append(',')
                .append(colour >> 8 & 0xff)
                .append(',')
                .append(colour & 0xff)
                .append("::\n"));
        return text.toString();
    }

    /** All names in order. */
    List<String> names() {
        return List.copyOf(colours.keySet());
    }

    boolean has(String name) {
        return colours.containsKey(name);
    }

    /** The colour of a label. */
    int colour(String name) {
        return colours.getOrDefault(name, 0);
    }

    /** The first label of a colour, {@code null} when there is none. */
    String find(int colour) {
        for (var entry : colours.entrySet()) {
            if (entry.getValue() == colour) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** The label of a number, {@code null} when there is none. */
    String at(int number) {
        return number < colours.size() ? names().get(number) : null;
    }

    /** All labels as those of a dataset. */
    List<DatasetLabel> labels() {
        return colours.keySet().stream().map(DatasetLabel::of).toList();
    }
}
