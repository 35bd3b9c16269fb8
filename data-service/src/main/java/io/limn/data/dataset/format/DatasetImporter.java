package io.limn.data.dataset.format;

import io.limn.data.dataset.archive.ImportArchive;
import java.io.IOException;

/** Reads datasets of one format. A bean; for an import into a project it is called twice with different sinks. */
public interface DatasetImporter {
    /** What it is. */
    FormatDescription description();

    /**
     * Reads a dataset, in memory that does not grow with it.
     *
     * @throws DatasetException when it is malformed or does not fit; the text names file and line or key
     * @throws IOException      when the bytes cannot be had, which may be done again
     */
    void read(ImportArchive archive, ImportSink sink) throws IOException;
}
