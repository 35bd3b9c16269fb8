package io.limn.common.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineInterpolationTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0,0 10,0 10,10            | 0,10 10,10 10,20      | 1/2 | 0,5 10,5 10,15
            0,0 10,0                  | 0,10 5,15 10,10       | 1/2 | 0,5 2.5,7.5 10,5
            0,10 5,15 10,10           | 0,0 10,0              | 1/2 | 0,5 2.5,7.5 10,5
            0,0 10,0                  | 0,10 5,15 10,10       | 1/7 | 0.3571428571428571,1.7857142857142856 10,1.4285714285714284
            0,0 10,0                  | 0,10 5,15 10,10       | 2/7 | 0,2.8571428571428568 1.4285714285714284,4.285714285714286 10,2.8571428571428568
            """)
    void openLinesMoveCornerByCorner(String left, String right, String share, String expected) {
        assertThat(at(left, right, share, false))
                .containsExactly(points(expected).toArray(), CLOSE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0,0 10,0 10,10 0,10       | 0,0 10,0 5,10         | 1/2 | 0,0 10,0 7.5,10 2.5,10
            0,0 10,0 5,10             | 0,0 10,0 10,10 0,10   | 1/2 | 0,0 10,0 7.5,10 2.5,10
            0,0 10,0 10,10 0,10       | 0,0 10,0 5,10         | 5/7 | 0,0 10,0 6.428571428571429,10 3.5714285714285716,10
            0,0 10,0 10,10 0,10       | 0,0 10,0 5,10         | 6/7 | 0,0 10,0 5,10
            0,0 12,0 12,8 6,12 0,8    | 2,2 14,2 14,12 2,12   | 2/7 | 0.5714285714285714,0.5714285714285714 12.571428571428571,0.5714285714285714 12.571428571428571,9.142857142857142 4.857142857142858,12 0.5714285714285714,9.142857142857142
            0,0 12,0 12,8 6,12 0,8    | 2,2 14,2 14,12 2,12   | 6/7 | 1.7142857142857142,1.7142857142857142 13.714285714285714,1.7142857142857142 13.714285714285714,11.428571428571429 2.142857142857143,11.714285714285715
            """)
    void closedLinesMoveAsRings(String left, String right, String share, String expected) {
        assertThat(at(left, right, share, true))
                .containsExactly(points(expected).toArray(), CLOSE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3,3 3,3            | 1,1 5,5
            1,1 5,5            | 3,3 3,3
            3,3 3,3 3,3        | 4,4 4,4 4,4
            """)
    void linesWithoutLengthMoveToo(String left, String right) {
        assertThat(at(left, right, "1/2", false)).isNotEmpty().doesNotContain(Double.NaN);
        assertThat(at(left, right, "1/2", true)).isNotEmpty().doesNotContain(Double.NaN);
    }

    private static double[] at(String left, String right, String share, boolean closed) {
        var parts = share.split("/");
        double part = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
        return new LineInterpolation(points(left), points(right), closed)
                .at(part)
                .toArray();
    }

    private static Points points(String text) {
        return Points.of(Arrays.stream(text.strip().split("[ ,]"))
                .mapToDouble(Double::parseDouble)
                .toArray());
    }
}
