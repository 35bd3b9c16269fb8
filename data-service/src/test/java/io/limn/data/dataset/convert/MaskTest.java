package io.limn.data.dataset.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.limn.common.geometry.Points;
import io.limn.common.geometry.ShapeKind;
import io.limn.data.dataset.kit.Samples;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskTest {
    @Test
    void runsOfAShapeBecomeColumnsOfThePicture() {
        var mask = Mask.ofPoints(Points.of(1, 2, 1, 4, 4, 3, 7, 4));

        assertThat(mask.area()).isEqualTo(6);
        assertThat(mask.columnRuns(20, 16)).containsExactly(68, 1, 14, 2, 14, 2, 15, 1, 203);
        assertThat(Mask.ofColumnRuns(mask.columnRuns(20, 16), 20, 16).toPoints())
                .isEqualTo(Points.of(1, 2, 1, 4, 4, 3, 7, 4));
    }

    @Test
    void anEllipseCoversThePixelsThatTheToolsDraw() {
        var shape = Samples.shape(ShapeKind.ELLIPSE, Samples.CAR, 10, 8, 15, 5);

        assertThat(Transforms.mask(shape, 20, 16).columnRuns(20, 16))
                .containsExactly(88, 2, 13, 4, 11, 5, 10, 7, 9, 7, 9, 7, 9, 7, 9, 7, 9, 7, 10, 5, 13, 2, 70);
    }

    @Test
    void aPolygonCoversThePixelsThatTheToolsCount() {
        assertThat(Transforms.polygon(Points.of(1, 1, 9.5, 1, 9, 8.25, 2, 7), 20, 16)
                        .area())
                .isEqualTo(50);
        assertThat(Transforms.polygon(Points.of(0, 0, 10, 0, 10, 10, 0, 10), 20, 16)
                        .area())
                .isEqualTo(100);
    }

    @Test
    void aMaskBecomesLinesThatCoverIt() {
        var square = Transforms.polygon(Points.of(2, 2, 12, 2, 12, 12, 2, 12), 20, 16);
        var lines = Transforms.polygons(square);

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().toArray()).contains(2, 11);
    }

    @Test
    void anyMaskSurvivesBothFormsOfRuns() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int width = 1 + random.nextInt(30);
            int height = 1 + random.nextInt(30);
            var bits = new java.util.BitSet();
            for (int i = 0; i < width * height; i++) {
                bits.set(i, random.nextInt(3) == 0);
            }
            bits.set(random.nextInt(width * height));
            var mask = Mask.of(0, 0, width, height, bits);
            var runs = mask.columnRuns(width, height);
            assertThat(runs.stream().mapToInt(Integer::intValue).sum()).isEqualTo(width * height);
            assertThat(CompressedRuns.decode(CompressedRuns.encode(runs))).isEqualTo(runs);
            assertThat(Mask.ofColumnRuns(runs, width, height).toPoints()).isEqualTo(mask.toPoints());
            assertThat(Mask.ofPoints(mask.toPoints()).columnRuns(width, height)).isEqualTo(runs);
        }
    }

    @Test
    void membersOfAGroupBecomeOneMask() {
        var merged = Transforms.mergeGroups(
                List.of(
                        Samples.box(0, 0, 4, 4).withGroup(1),
                        Samples.shape(ShapeKind.RECTANGLE, Samples.PERSON, 4, 0, 14, 4)
                                .withGroup(1),
                        Samples.box(0, 8, 2, 10)),
                20,
                16);

        assertThat(merged).hasSize(2);
        var mask = merged.stream()
                .filter(shape -> shape.kind() == ShapeKind.MASK)
                .findFirst()
                .orElseThrow();
        assertThat(mask.label()).isEqualTo(Samples.PERSON);
        assertThat(Mask.ofPoints(mask.points()).area()).isEqualTo(14 * 4);
    }

    @Test
    void roundingToTwoDecimalsGoesToTheEvenOne() {
        assertThat(Numbers.two(5.125)).isEqualTo(5.12);
        assertThat(Numbers.two(5.135)).isEqualTo(5.13);
        assertThat(Numbers.two(0.375)).isEqualTo(0.38);
        assertThat(Numbers.two(-7.004)).isEqualTo(-7.0);
    }
}
