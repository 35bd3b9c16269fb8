package io.limn.data.dataset.picture;

/** Undoes what the rows of PNG pictures were changed by so that they compress better. */
final class PngFilter {
    private PngFilter() {}

    /**
     * Makes a row what it was.
     *
     * @param filter 0 none, 1 left, 2 above, 3 mean of both, 4 the nearest of left, above and between
     * @param above  the row before, zeros for the first
     * @param pixel  bytes of a pixel
     */
    static void undo(int filter, byte[] row, byte[] above, int pixel) {
        for (int i = 0; i < row.length; i++) {
            int left = i < pixel ? 0 : row[i - pixel] & 0xff;
            int up = above[i] & 0xff;
            int guess =
                    switch (filter) {
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        case 4 -> nearest(left, up, i < pixel ? 0 : above[i - pixel] & 0xff);
                        default -> 0;
                    };
            row[i] += (byte) guess;
        }
    }

    private static int nearest(int left, int up, int corner) {
        int guess = left + up - corner;
        int toLeft = Math.abs(guess - left);
        int toUp = Math.abs(guess - up);
        int toCorner = Math.abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
