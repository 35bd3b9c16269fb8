package io.limn.common.geometry;

/** How the coordinates of a shape are to be read. */
public enum ShapeKind {
    /** Left, top, right and bottom of a box. */
    RECTANGLE,
    /** Corners of a closed line, the first one not repeated. */
    POLYGON,
    /** Corners of an open line. */
    POLYLINE,
    /** Single points. */
    POINTS,
    /** Centre, then the rightmost and the topmost coordinate. */
    ELLIPSE,
    /** Eight corners in the picture; in a point cloud position, angles and scale. */
    CUBOID,
    /** Run lengths within a box, then the box. */
    MASK,
    /** No coordinates: its elements have them. */
    SKELETON
}
