package io.limn.data.dataset.format.datumaro;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.text.JsonFile;
import java.io.IOException;

/**
 * Reads Datumaro, in both of its envelopes.
 *
 * @param description what it is
 */
record DatumaroImporter(FormatDescription description) implements DatasetImporter {
    private static final String PATTERN = "annotations/*.json";

    @Override
    public void read(ImportArchive sent, ImportSink sink) throws IOException {
        if (!sent.isArchive()) {
            read(JsonFile.bare(sent), "default", null, sink);
            return;
        }
        var folder = sent.folderWith(DatumaroImporter::isDataset)
                .orElseThrow(() -> DatasetException.notFound("datumaro", PATTERN));
        var archive = sent.below(folder);
        for (var name : archive.names(DatumaroImporter::isDataset)) {
            var subset = name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
            read(JsonFile.of(archive, name), subset, archive, sink);
        }
    }

    private static boolean isDataset(String name) {
        return name.matches("annotations/[^/]+\\.json");
    }

    private static void read(JsonFile file, String subset, ImportArchive archive, ImportSink sink) throws IOException {
        var found = new Categories[1];
        boolean[] items = new boolean[1];
        file.read((key, json) -> {
            items[0] |= key.equals("items");
            if (key.equals("categories")) {
                found[0] = Categories.of(file.name(), JsonFile.tree(json));
            }
        });
        if (found[0] == null || !items[0]) {
            throw DatasetException.malformed(
                    file.name(), found[0] == null ? "categories" : "items", "they are missing, so it is not Datumaro");
        }
        sink.declare(found[0].labels());
        var reader = new ItemReader(file, subset, archive, sink, found[0]);
        file.read((key, json) -> {
            if (key.equals("items")) {
                JsonFile.inner(json, reader::read);
            }
        });
    }
}
