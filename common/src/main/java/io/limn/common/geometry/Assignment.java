package io.limn.common.geometry;

import java.util.Arrays;

/** The cheapest way to pair rows with columns (Kuhn and Munkres, with potentials). */
final class Assignment {
    private final double[][] cost;
    private final int rows;
    private final int columns;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowOf;
    private final int[] cameFrom;

    private Assignment(double[][] cost) {
        this.cost = cost;
        rows = cost.length;
        columns = cost[0].length;
        rowPotential = new double[rows + 1];
        columnPotential = new double[columns + 1];
        rowOf = new int[columns + 1];
        cameFrom = new int[columns + 1];
    }

    /**
     * The column of each row; no column twice.
     *
     * @param cost by row and column, at least one row and not more rows than columns
     */
    static int[] cheapest(double[][] cost) {
        var assignment = new Assignment(cost);
        for (int row = 1; row <= assignment.rows; row++) {
            assignment.place(row);
        }
        var columnOf = new int[assignment.rows];
        for (int column = 1; column <= assignment.columns; column++) {
            if (assignment.rowOf[column] > 0) {
                columnOf[assignment.rowOf[column] - 1] = column - 1;
            }
        }
        return columnOf;
    }

    /** Gives a row its column, moving others along the cheapest chain. Column 0 stands for the row without one. */
    private void place(int row) {
        var least = new double[columns + 1];
        var reached = new boolean[columns + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        rowOf[0] = row;
        int column = 0;
        while (rowOf[column] != 0) {
            reached[column] = true;
            column = advance(column, least, reached);
        }
        while (column != 0) {
            rowOf[column] = rowOf[cameFrom[column]];
            column = cameFrom[column];
        }
    }

    private int advance(int column, double[] least, boolean[] reached) {
        int row = rowOf[column];
        int next = 0;
        double step = Double.POSITIVE_INFINITY;
        for (int j = 1; j <= columns; j++) {
            if (!reached[j]) {
                double reduced = cost[row - 1][j - 1] - rowPotential[row] - columnPotential[j];
                if (reduced < least[j]) {
                    least[j] = reduced;
                    cameFrom[j] = column;
                }
                if (least[j] < step) {
                    step = least[j];
                    next = j;
                }
            }
        }
        for (int j = 0; j <= columns; j++) {
            if (reached[j]) {
                rowPotential[rowOf[j]] += step;
                columnPotential[j] -= step;
            } else {
                least[j] -= step;
            }
        }
        return next;
    }
}
