package io.limn.common.geometry;

/** Angles on the way from one to another. */
final class Angles {
    private Angles() {}

    /**
     * The angle at a share of the shorter way round.
     *
     * @param turn a whole turn in the unit of the angles
     * @return at least 0 and less than a turn
     */
    static double between(double from, double to, double share, double turn) {
        double arc = floorMod(to - from, turn);
        if (arc > turn / 2) {
            arc -= turn;
        }
        return floorMod(from + arc * share, turn);
    }

    private static double floorMod(double value, double turn) {
        double rest = value % turn;
        return rest < 0 ? rest + turn : rest;
    }
}
