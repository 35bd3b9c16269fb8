package io.limn.data.dataset.kit;

import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.intake.Target;
import io.limn.data.dataset.intake.TargetSink;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Imports in memory, for tests of formats. */
public final class Import {
    private Import() {}

    /** What an importer makes of an archive; masks stay masks. */
    public static MemoryOutput of(DatasetImporter importer, Target target, byte[] archive) {
        return of(importer, target, "dataset.zip", archive, false);
    }

    /** What an importer makes of a file. */
    public static MemoryOutput of(
            DatasetImporter importer, Target target, String name, byte[] bytes, boolean polygons) {
        var output = new MemoryOutput();
        try (var archive = Archives.open(name, bytes)) {
            var sink = new TargetSink(importer.description(), polygons, target, output);
            importer.read(archive, sink);
            sink.finish();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return output;
    }
}
