package io.limn.data.dataset.format.datumaro;

import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.FormatDescription;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Datumaro for pictures and for point clouds. */
final class DatumaroFormats {
    private static final String FLAT = "Datumaro 1.0";
    private static final String SPATIAL = "Datumaro 3D 1.0";
    private static final String FILES = "JSON, ZIP";

    private DatumaroFormats() {}

    @Produces
    @Singleton
    static DatasetExporter flat() {
        return new DatumaroExporter(FormatDescription.exporter(FLAT));
    }

    @Produces
    @Singleton
    static DatasetExporter spatial() {
        return new DatumaroExporter(FormatDescription.exporter(SPATIAL).spatial());
    }

    @Produces
    @Singleton
    static DatasetImporter flatImporter() {
        return new DatumaroImporter(FormatDescription.importer(FLAT, FILES).joiningTracks());
    }

    @Produces
    @Singleton
    static DatasetImporter spatialImporter() {
        return new DatumaroImporter(
                FormatDescription.importer(SPATIAL, FILES).spatial().joiningTracks());
    }
}
