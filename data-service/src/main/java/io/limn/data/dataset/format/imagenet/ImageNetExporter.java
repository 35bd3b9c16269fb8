package io.limn.data.dataset.format.imagenet;

import io.limn.data.dataset.archive.ArchiveNames;
import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.content.Item;
import io.limn.data.dataset.convert.UsedNames;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.ExportSource;
import io.limn.data.dataset.format.FormatDescription;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;

/** Writes pictures into folders of their tags, or without pictures lists of names and numbers of labels. */
@Singleton
final class ImageNetExporter implements DatasetExporter {
    /** Where pictures are that have no tag. */
    static final String NO_LABEL = "no_label";

    static final String LABELS = "synsets.txt";

    @Override
    public FormatDescription description() {
        return FormatDescription.exporter("ImageNet 1.0");
    }

    @Override
    public void export(ExportSource source, ArchiveWriter archive) throws IOException {
        if (source.withMedia()) {
            var used = new UsedNames();
            source.items(item -> pictures(item, archive, used));
            return;
        }
        var labels = source.subject().labels();
        try (var out = archive.entry(LABELS)) {
            for (var label : labels.all()) {
                line(out, label.name());
            }
        }
        var used = new UsedNames();
        used.add(LABELS);
        for (var subset : source.subsets()) {
            var name = free(ArchiveNames.part(subset), ".txt", used);
            try (var out = archive.entry(name)) {
                source.items(subset, item -> {
                    var text = new StringBuilder(item.fileName());
                    item.tags().stream()
                            .mapToInt(tag -> labels.index(tag.label()))
                            .distinct()
                            .forEach(index -> text.append(' ').append(index));
                    line(out, text.toString());
                });
            }
        }
    }

    private static void pictures(Item item, ArchiveWriter archive, UsedNames used) throws IOException {
        if (item.media() == null) {
            return;
        }
        var folders = new LinkedHashSet<String>();
        item.tags().forEach(tag -> folders.add(ArchiveNames.part(tag.label().name())));
        if (folders.isEmpty()) {
            folders.add(NO_LABEL);
        }
        for (var folder : folders) {
            archive.media(free(folder + "/" + item.id(), item.extension(), used), item.media());
        }
    }

    /** A name that no other subset has used. */
    private static String free(String stem, String extension, UsedNames used) {
        var name = stem + extension;
        for (int next = 1; !used.add(name); next++) {
            name = stem + "_" + next + extension;
        }
        return name;
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
