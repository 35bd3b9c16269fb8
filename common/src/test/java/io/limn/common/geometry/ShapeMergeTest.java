package io.limn.common.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeMergeTest {
    private static final Footprint CAR = box(1, 1);
    private static final Footprint PERSON = box(2, 1);

    @Test
    void whatTwoJobsHaveInCommonIsKeptOnce() {
        var merge = new ShapeMerge(new Borders(List.of(0, 2), 2), false);
        merge.next();
        assertThat(merge.fresh(2, List.of(CAR, PERSON))).containsExactly(0, 1);
        merge.next();

        assertThat(merge.fresh(2, List.of(PERSON, CAR, box(1, 20)))).containsExactly(2);
        assertThat(merge.fresh(3, List.of(CAR))).containsExactly(0);
    }

    @Test
    void jobsThatShareNoFramesKeepAll() {
        var merge = new ShapeMerge(new Borders(List.of(0, 2), 0), false);
        merge.next();
        merge.fresh(3, List.of(CAR));
        merge.next();

        assertThat(merge.isShared(3)).isFalse();
        assertThat(merge.fresh(3, List.of(CAR))).containsExactly(0);
    }

    @Test
    void onlyWhatALaterJobSharesIsRemembered() {
        var merge = new ShapeMerge(new Borders(List.of(0, 4, 8), 2), false);
        merge.next();

        assertThat(merge.isShared(3)).isFalse();
        assertThat(merge.isShared(4)).isTrue();
        assertThat(merge.isShared(9)).isTrue();
        assertThat(merge.isShared(6)).isFalse();
        merge.next();
        assertThat(merge.isShared(5)).isFalse();
        assertThat(merge.isShared(8)).isTrue();
    }

    private static Footprint box(long label, double left) {
        return new Footprint(label, ShapeKind.RECTANGLE, Points.of(left, 2, left + 8, 8));
    }
}
