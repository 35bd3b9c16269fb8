package io.limn.data.dataset.format.cvat;

import io.limn.data.dataset.archive.ArchiveWriter;
import io.limn.data.dataset.format.ExportSource;
import java.io.IOException;

/** Writes the pictures beside the XML file. */
final class MediaFiles {
    private MediaFiles() {}

    static void write(ExportSource source, ArchiveWriter archive) throws IOException {
        boolean project = source.subject().isProject();
        for (var subset : source.subsets()) {
            var folder = project ? "images/" + subset + "/" : "images/";
            source.frames(subset, item -> {
                if (item.media() != null) {
                    archive.media(folder + (item.task().isVideo() ? item.path() + ".PNG" : item.path()), item.media());
                }
            });
        }
    }
}
