package io.limn.data.dataset.format.voc;

import io.limn.data.dataset.archive.ArchiveNames;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.convert.UsedNames;
import io.limn.data.dataset.text.PackedLines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The lists of a subset: which frames it has, and what is said of them as a whole. */
final class SubsetLists {
    private final String subset;
    private final UsedNames used;
    private final PackedLines all = new PackedLines();
    private final PackedLines empty = new PackedLines();
    private final PackedLines segmented = new PackedLines();
    private final PackedLines tagged = new PackedLines();

    /**
     * Of a subset.
     *
     * @param used names of lists of the whole dataset
     */
    SubsetLists(String subset, UsedNames used) {
        this.subset = ArchiveNames.part(subset);
        this.used = used;
    }

    /** Adds a frame. */
    void add(String id, boolean isEmpty, boolean hasMasks) throws IOException {
        all.add(id);
        if (isEmpty) {
            empty.add(id);
        }
        if (isEmpty || hasMasks) {
            segmented.add(id);
        }
    }

    /**
     * Adds what is said of a frame.
     *
     * @param labels a line for each label
     */
    void tag(String id, Iterable<String> labels) throws IOException {
        tagged.add(String.join("\n", labels) + "\n\n" + id);
    }

    /** Writes the list of all frames, those for other tasks, and one for each label. */
    void write(ArchiveWriter archive, LabelMap labels) throws IOException {
        list(archive, "Main", all);
        list(archive, "Action", empty);
        list(archive, "Layout", empty);
        writeSegmentation(archive);
        if (tagged.isEmpty()) {
            return;
        }
        for (var label : labels.names()) {
            var name = "ImageSets/Main/" + ArchiveNames.part(label) + "_" + subset + ".txt";
            if (!used.add(name)) {
                continue;
            }
            try (var out = archive.entry(name)) {
                tagged.read(line -> {
                    int end = line.indexOf("\n\n");
                    boolean said = ("\n" + line.substring(0, end) + "\n").contains("\n" + label + "\n");
                    line(out, line.substring(end + 2) + (said ? "  1" : " -1"));
                });
            }
        }
    }

    /** Writes the list of frames that have masks. */
    void writeSegmentation(ArchiveWriter archive) throws IOException {
        list(archive, "Segmentation", segmented);
    }

    private void list(ArchiveWriter archive, String task, PackedLines ids) throws IOException {
        var name = "ImageSets/" + task + "/" + subset + ".txt";
        if (ids.isEmpty() || !used.add(name)) {
            return;
        }
        try (var out = archive.entry(name)) {
            ids.read(id -> line(out, id));
        }
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
