package io.limn.common.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimilarityTest {
    private final Similarity plane = new Similarity(false);
    private final Similarity space = new Similarity(true);

    @Test
    void tagsAreAlikeByLabel() {
        assertThat(plane.of(Footprint.ofTag(1), Footprint.ofTag(1))).isEqualTo(1);
        assertThat(plane.of(Footprint.ofTag(1), Footprint.ofTag(2))).isZero();
    }

    @Test
    void boxesAreAlikeAsFarAsTheyCoverEachOther() {
        var box = box(1, 0, 0, 10, 10);

        assertThat(plane.of(box, box)).isEqualTo(1);
        assertThat(plane.of(box, box(1, 5, 0, 15, 10))).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(plane.of(box, box(2, 0, 0, 10, 10))).isZero();
        assertThat(plane.of(box, box(1, 10, 0, 20, 10))).isZero();
        assertThat(plane.of(box(1, 3, 3, 3, 3), box(1, 3, 3, 3, 3))).isZero();
    }

    @Test
    void polygonsAreAlikeAsFarAsTheyCoverEachOther() {
        var square = polygon(0, 0, 20, 0, 20, 20, 0, 20);

        assertThat(plane.of(square, polygon(0, 1, 20, 1, 20, 20, 0, 20))).isCloseTo(0.95, within(1e-9));
        assertThat(plane.of(square, polygon(0, 20, 20, 20, 20, 0, 0, 0))).isCloseTo(1, within(1e-9));
        assertThat(plane.of(square, polygon(0, 0, 20, 0, 0, 20))).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void polygonsThatCrossThemselvesOrHaveNoAreaAreLikeNone() {
        var bow = polygon(0, 0, 10, 10, 10, 0, 0, 10);
        var lopsided = polygon(0, 0, 10, 10, 10, 0, 0, 4);
        var line = polygon(0, 0, 5, 5, 10, 10);

        assertThat(plane.of(bow, bow)).isZero();
        assertThat(plane.of(lopsided, lopsided)).isZero();
        assertThat(plane.of(line, line)).isZero();
    }

    @Test
    void cuboidsAreAlikeInPointCloudsOnly() {
        var cuboid = cuboid(0);

        assertThat(space.of(cuboid, cuboid)).isEqualTo(1);
        assertThat(space.of(cuboid, cuboid(1))).isCloseTo(1 / 9.0, within(1e-9));
        assertThat(plane.of(cuboid, cuboid)).isZero();
    }

    @Test
    void otherKindsAreNeverAlike() {
        for (var kind : new ShapeKind[] {ShapeKind.POLYLINE, ShapeKind.POINTS, ShapeKind.ELLIPSE, ShapeKind.MASK}) {
            var shape = new Footprint(1, kind, Points.of(0, 4, 1, 1, 2, 2));
            assertThat(plane.of(shape, shape)).isZero();
        }
    }

    private static Footprint box(long label, double... points) {
        return new Footprint(label, ShapeKind.RECTANGLE, Points.of(points));
    }

    private static Footprint polygon(double... points) {
        return new Footprint(1, ShapeKind.POLYGON, Points.of(points));
    }

    private static Footprint cuboid(double x) {
        return new Footprint(1, ShapeKind.CUBOID, Points.of(x, 0, 0, 0, 0, 0, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0));
    }
}
