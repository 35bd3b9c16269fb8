package io.limn.data.dataset.convert;

import io.limn.common.geometry.Points;
import java.util.Arrays;

/**
 * Which pixels a polygon covers, as the tools around COCO count them: corners are rounded to a fifth of a pixel, edges
 * are walked on that grid, and where an edge passes the middle of a column its height, rounded up, begins or ends the
 * pixels of that column.
 */
final class PolygonRaster {
    private static final int GRID = 5;

    private final int width;
    private final int height;
    private long[] crossings = new long[64];
    private int count;

    private PolygonRaster(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The pixels of a polygon on a picture. */
    static Mask of(Points polygon, int width, int height) {
        var raster = new PolygonRaster(width, height);
        int corners = polygon.corners();
        for (int i = 0; i < corners; i++) {
            int next = (i + 1) % corners;
            raster.edge(grid(polygon.x(i)), grid(polygon.y(i)), grid(polygon.x(next)), grid(polygon.y(next)));
        }
        return raster.mask();
    }

    private static int grid(double coordinate) {
        return (int) (GRID * coordinate + 0.5);
    }

    private void edge(int x0, int y0, int x1, int y1) {
        boolean flat = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
        int steps = flat ? Math.abs(x1 - x0) : Math.abs(y1 - y0);
        // The lower end is walked from first, so that both ways along an edge pass the same points.
        boolean turned = flat ? x0 > x1 : y0 > y1;
        int fromX = turned ? x1 : x0;
        int fromY = turned ? y1 : y0;
        int toX = turned ? x0 : x1;
        int toY = turned ? y0 : y1;
        double slope = steps == 0 ? 0 : flat ? (double) (toY - fromY) / steps : (double) (toX - fromX) / steps;
        int beforeX = 0;
        int beforeY = 0;
        for (int step = 0; step <= steps; step++) {
            int done = turned ? steps - step : step;
            int x = flat ? fromX + done : (int) (fromX + slope * done + 0.5);
            int y = flat ? (int) (fromY + slope * done + 0.5) : fromY + done;
            if (step > 0 && x != beforeX) {
                cross(Math.min(x, beforeX), Math.min(y, beforeY));
            }
            beforeX = x;
            beforeY = y;
        }
    }

    private void cross(int gridX, int gridY) {
        double x = (gridX + 0.5) / GRID - 0.5;
        if (Math.floor(x) != x || x < 0 || x > width - 1) {
            return;
        }
        double y = Math.ceil(Math.clamp((gridY + 0.5) / GRID - 0.5, 0, height));
        if (count == crossings.length) {
            crossings = Arrays.copyOf(crossings, count * 2);
        }
        crossings[count++] = (long) x * height + (long) y;
    }

    private Mask mask() {
        Arrays.sort(crossings, 0, count);
        var spans = new ColumnSpans(height);
        for (int i = 0; i + 1 < count; i += 2) {
            spans.add(crossings[i], crossings[i + 1]);
        }
        return spans.mask();
    }
}
