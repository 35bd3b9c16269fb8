package io.limn.task.frameplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CutTest {
    @Test
    void segmentsOfThreeThatOverlapByOne() {
        assertThat(ranges(Cut.even(3, 3, 1, false))).isEqualTo("0-2");
        assertThat(ranges(Cut.even(4, 3, 1, false))).isEqualTo("0-2 2-3");
        assertThat(ranges(Cut.even(6, 3, 1, false))).isEqualTo("0-2 2-4 4-5");
        assertThat(ranges(Cut.even(7, 3, 1, false))).isEqualTo("0-2 2-4 4-6");
    }

    @Test
    void aVideoOverlapsByDefaultButAtMostByHalfASegment() {
        var cut = Cut.even(8, 5, null, true);
        assertThat(ranges(cut)).isEqualTo("0-4 3-7");
        assertThat(cut.overlap()).isEqualTo(2);
    }

    @Test
    void withoutALimitThereIsOneSegment() {
        var cut = Cut.even(8, 0, null, false);
        assertThat(ranges(cut)).isEqualTo("0-7");
        assertThat(cut.segmentSize()).isEqualTo(8);
        assertThat(cut.overlap()).isZero();
    }

    @Test
    void aSegmentLargerThanTheDataIsCutAndSoIsTheOverlap() {
        var cut = Cut.even(2, 10, 9, false);
        assertThat(ranges(cut)).isEqualTo("0-1");
        assertThat(cut.segmentSize()).isEqualTo(2);
        assertThat(cut.overlap()).isEqualTo(1);
    }

    @Test
    void segmentsOfOneFrame() {
        assertThat(ranges(Cut.even(3, 1, null, true))).isEqualTo("0-0 1-1 2-2");
    }

    @Test
    void listedSegmentsFollowEachOther() {
        var cut = Cut.listed(List.of(2, 1, 3));
        assertThat(ranges(cut)).isEqualTo("0-1 2-2 3-5");
        assertThat(cut.segmentSize()).isZero();
    }

    private static String ranges(Cut cut) {
        return cut.segments().stream()
                .map(range -> range.start() + "-" + range.stop())
                .collect(Collectors.joining(" "));
    }
}
