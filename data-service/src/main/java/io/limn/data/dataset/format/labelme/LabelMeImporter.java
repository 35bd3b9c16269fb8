package io.limn.data.dataset.format.labelme;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.FormatDescription;
import io.limn.data.dataset.format.ImportSink;
import io.limn.data.dataset.picture.PictureNames;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads all files of frames that an archive has, wherever they lie. */
@Singleton
final class LabelMeImporter implements DatasetImporter {
    private static final String XML = ".xml";
    private static final String ANNOTATIONS = "Annotations/";

    @Override
    public FormatDescription description() {
        return FormatDescription.importer("LabelMe 3.0").makingPolygons();
    }

    @Override
    public void read(ImportArchive whole, ImportSink sink) throws IOException {
        var files = whole.names(name -> name.endsWith(XML));
        // Datasets of the tool itself have their files in a folder of this name.
        boolean below = !files.isEmpty() && files.stream().allMatch(name -> name.startsWith(ANNOTATIONS));
        var archive = below ? whole.below(ANNOTATIONS) : whole;
        var pictures = new PictureNames(archive.names(name -> !name.contains("Masks/")), "");
        boolean found = false;
        for (var file : archive.names(name -> name.endsWith(XML))) {
            found |= ObjectReader.read(archive, file, pictures, sink);
        }
        if (!found) {
            throw DatasetException.notFound("label_me", "**/*.xml");
        }
    }
}
