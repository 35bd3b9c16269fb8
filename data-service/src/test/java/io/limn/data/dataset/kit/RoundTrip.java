package io.limn.data.dataset.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.content.Shape;
import io.limn.data.dataset.format.DatasetExporter;
import io.limn.data.dataset.format.DatasetImporter;
import io.limn.data.dataset.format.ExportSource;
import java.util.ArrayList;
import java.util.List;

/** Writes a dataset and reads it again, for tests of formats. */
public final class RoundTrip {
    private static final double TWO_DECIMALS = 0.011;

    private RoundTrip() {}

    /** What is left of a dataset. */
    public static MemoryOutput of(DatasetExporter exporter, DatasetImporter importer, ExportSource source) {
        return Import.of(importer, Samples.target(), Archives.export(exporter, source));
    }

    /** Expects that all shapes of the first frame come back as they were. */
    public static void keeps(DatasetExporter exporter, DatasetImporter importer, Shape... shapes) {
        var back = of(exporter, importer, Samples.source(shapes)).shapes(0);
        assertThat(back).hasSize(shapes.length);
        for (int i = 0; i < shapes.length; i++) {
            same(back.get(i), shapes[i]);
        }
    }

    /** Expects that a shape that was read is another one. */
    public static void same(Shape read, Shape written) {
        assertThat(read.kind()).isEqualTo(written.kind());
        assertThat(read.label().name()).isEqualTo(written.label().name());
        close(read.points(), written.points());
        assertThat(read.rotation()).isCloseTo(written.rotation(), within(TWO_DECIMALS));
        assertThat(read.occluded()).isEqualTo(written.occluded());
        assertThat(read.outside()).isEqualTo(written.outside());
        assertThat(read.elements()).hasSameSizeAs(written.elements());
        for (int i = 0; i < read.elements().size(); i++) {
            same(read.elements().get(i), written.elements().get(i));
        }
    }

    private static void close(Points read, Points written) {
        assertThat(read.size()).isEqualTo(written.size());
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i)).isCloseTo(written.get(i), within(TWO_DECIMALS));
        }
    }

    /** The kinds of the shapes of the first frame that come back. */
    public static List<ShapeKind> kinds(DatasetExporter exporter, DatasetImporter importer, Shape... shapes) {
        var kinds = new ArrayList<ShapeKind>();
        of(exporter, importer, Samples.source(shapes)).shapes(0).forEach(shape -> kinds.add(shape.kind()));
        return kinds;
    }

    /** One shape of each kind that lies in a picture. */
    public static Shape[] allKinds() {
        return new Shape[] {
            Samples.box(1, 2, 9, 8),
            Samples.rotated(30, 10, 5, 16, 11),
            Samples.shape(ShapeKind.POLYGON, Samples.CAR, 1, 1, 9.5, 1, 9, 8.25, 2, 7),
            Samples.shape(ShapeKind.POLYLINE, Samples.CAR, 0, 0, 5, 5, 8, 2),
            Samples.shape(ShapeKind.POINTS, Samples.PERSON, 3, 4, 5, 6),
            Samples.shape(ShapeKind.ELLIPSE, Samples.CAR, 10, 8, 15, 5),
            Samples.shape(ShapeKind.MASK, Samples.PERSON, 1, 2, 1, 4, 4, 3, 7, 4),
            Samples.shape(ShapeKind.CUBOID, Samples.CAR, 2, 2, 2, 12, 10, 2, 10, 12, 14, 1, 14, 10, 6, 1, 6, 10),
            Samples.face(12, 13, 4.5, 5)
        };
    }
}
