package io.limn.data.dataset.format;

import io.limn.data.dataset.archive.ArchiveWriter;
import java.io.IOException;

/** Writes datasets of one format. A bean; each export calls it once, several at the same time. */
public interface DatasetExporter {
    /** What it is. */
    FormatDescription description();

    /**
     * Writes a dataset.
     *
     * @throws DatasetException when the dataset has no place in the format; its text is what the user reads
     * @throws IOException      when reading or writing fails, which may be done again
     */
    void export(ExportSource source, ArchiveWriter archive) throws IOException;
}
