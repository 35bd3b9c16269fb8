package io.limn.data.dataset.format.voc;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.format.ImportedItem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/** Reads boxes, tags and masks; an archive of nothing but XML files as well. */
@Singleton
final class VocImporter implements DatasetImporter {
    private static final String XML = ".xml";

    @Override
    public FormatDescription description() {
        return FormatDescription.importer("PASCAL VOC 1.1").joiningTracks().makingPolygons();
    }

    @Override
    public void read(ImportArchive archive, ImportSink sink) throws IOException {
        var folder = archive.folderWith(path -> VocReader.isOwn(path, false));
        if (folder.isPresent()) {
            VocReader.read(archive.below(folder.get()), sink, false);
            return;
        }
        var files = archive.names(name -> name.endsWith(XML));
        if (files.isEmpty()) {
            throw DatasetException.notFound("voc", "Annotations/**/*.xml");
        }
        int common = commonFolder(files);
        for (var file : files) {
            var id = file.substring(common, file.length() - XML.length());
            try (var item = sink.item(ImportedItem.of(id, "train"))) {
                ObjectReader.read(archive, file, item);
            }
        }
    }

    private static int commonFolder(List<String> files) {
        var folder = files.getFirst().substring(0, files.getFirst().lastIndexOf('/') + 1);
        for (var file : files) {
            while (!file.startsWith(folder)) {
                folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
            }
        }
        return folder.length();
    }
}
