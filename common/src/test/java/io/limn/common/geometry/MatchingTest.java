package io.limn.common.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchingTest {
    @Test
    void allTogetherAreMostAlike() {
        double[][] likeness = {{0.9, 0.8}, {0.85, 0}};

        assertThat(Matching.pairs(2, 2, 0.25, (i, j) -> likeness[i][j])).isEqualTo(Map.of(0, 1, 1, 0));
    }

    @Test
    void whatIsTooDifferentStaysAlone() {
        assertThat(Matching.pairs(1, 1, 0.25, (i, j) -> 0.74)).isEmpty();
        assertThat(Matching.pairs(1, 1, 0.25, (i, j) -> 0.75)).isEqualTo(Map.of(0, 0));
        assertThat(Matching.pairs(0, 3, 0.25, (i, j) -> 1)).isEmpty();
    }

    @Test
    void oneOfManyOnEitherSideIsTaken() {
        assertThat(Matching.pairs(3, 1, 0.5, (i, j) -> i == 2 ? 1 : 0.6)).isEqualTo(Map.of(0, 2));
        assertThat(Matching.pairs(1, 3, 0.5, (i, j) -> j == 2 ? 1 : 0.6)).isEqualTo(Map.of(2, 0));
    }

    @Test
    void isAsGoodAsTryingEverything() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var likeness = new double[4][5];
            for (var row : likeness) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
                }
            }
            var pairs = Matching.pairs(4, 5, 1, (i, j) -> likeness[i][j]);
            double sum = pairs.entrySet().stream()
                    .mapToDouble(pair -> likeness[pair.getValue()][pair.getKey()])
                    .sum();
            assertThat(sum).isCloseTo(best(likeness, 0, 0), org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    private static double best(double[][] likeness, int row, int taken) {
        if (row == likeness.length) {
            return 0;
        }
        double best = best(likeness, row + 1, taken);
        for (int j = 0; j < likeness[row].length; j++) {
            if ((taken & 1 << j) == 0) {
                best = Math.max(best, likeness[row][j] + best(likeness, row + 1, taken | 1 << j));
            }
        }
        return best;
    }
}
