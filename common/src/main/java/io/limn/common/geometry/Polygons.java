package io.limn.common.geometry;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Areas of polygons. */
final class Polygons {
    private static final double TOLERANCE = 1e-6;

    private Polygons() {}

    /** The area of what two polygons have in common by the area of both; 0 when one crosses itself or has no area. */
    static double shareInCommon(Points one, Points other) {
        if (apart(one, other, 0) || apart(one, other, 1)) {
            return 0;
        }
        double size = signedArea(one);
        double otherSize = signedArea(other);
        var area = area(one);
        var otherArea = area(other);
        if (!isSimple(size, area) || !isSimple(otherSize, otherArea)) {
            return 0;
        }
        area.intersect(otherArea);
        double common = size(area);
        double all = Math.abs(size) + Math.abs(otherSize) - common;
        return Math.min(1, common / all);
    }

    private static boolean apart(Points one, Points other, int axis) {
        return extreme(one, axis, 1) < extreme(other, axis, -1) || extreme(other, axis, 1) < extreme(one, axis, -1);
    }

    private static double extreme(Points ring, int axis, int sign) {
        double extreme = Double.NEGATIVE_INFINITY;
        for (int i = axis; i < ring.size(); i += 2) {
            extreme = Math.max(extreme, sign * ring.get(i));
        }
        return sign * extreme;
    }

    /** A ring that crosses itself covers another area than its corners add up to. */
    private static boolean isSimple(double signed, Area area) {
        double size = Math.abs(signed);
        return size > 0 && Math.abs(size - size(area)) <= TOLERANCE * size;
    }

    private static double signedArea(Points ring) {
        double twice = 0;
        for (int i = 0, before = ring.corners() - 1; i < ring.corners(); before = i++) {
            twice += ring.x(before) * ring.y(i) - ring.x(i) * ring.y(before);
        }
        return twice / 2;
    }

    private static Area area(Points ring) {
        var path = new Path2D.Double();
        path.moveTo(ring.x(0), ring.y(0));
        for (int i = 1; i < ring.corners(); i++) {
            path.lineTo(ring.x(i), ring.y(i));
        }
        path.closePath();
        return new Area(path);
    }

    /** The size of an area; holes turn the other way and take away from it. */
    private static double size(Area area) {
        double twice = 0;
        var point = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (var path = area.getPathIterator(null); !path.isDone(); path.next()) {
            int segment = path.currentSegment(point);
            if (segment == PathIterator.SEG_MOVETO) {
                startX = point[0];
                startY = point[1];
            } else {
                double nextX = segment == PathIterator.SEG_CLOSE ? startX : point[0];
                double nextY = segment == PathIterator.SEG_CLOSE ? startY : point[1];
                twice += x * nextY - nextX * y;
                point[0] = nextX;
                point[1] = nextY;
            }
            x = point[0];
            y = point[1];
        }
        return Math.abs(twice) / 2;
    }
}
