package io.limn.data.dataset.format.voc;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.ImportSink;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads masks from pictures. */
@Singleton
final class SegmentationMaskImporter implements DatasetImporter {
    @Override
    public FormatDescription description() {
        return FormatDescription.importer("Segmentation mask 1.1").makingPolygons();
    }

    @Override
    public void read(ImportArchive archive, ImportSink sink) throws IOException {
        var folder = archive.folderWith(path -> VocReader.isOwn(path, true))
                .orElseThrow(() -> DatasetException.notFound("voc", "SegmentationClass/**/*.png"));
        VocReader.read(archive.below(folder), sink, true);
    }
}
