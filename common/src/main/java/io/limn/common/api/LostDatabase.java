package io.limn.common.api;

import java.sql.SQLException;
import java.util.Set;

/** Tells faults of the way to the database from faults of what was asked of it. */
final class LostDatabase {
    private static final String CONNECTION = "08";
    /** The server ends sessions because it stops, has crashed, or is still starting. */
    private static final Set<String> STOPPING = Set.of("57P01", "57P02", "57P03");

    private LostDatabase() {}

    /** Whether a fault comes from a connection that broke or could not be made. */
    static boolean causes(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                var state = refused.getSQLState();
                return state.startsWith(CONNECTION) || STOPPING.contains(state);
            }
        }
        return false;
    }
}
