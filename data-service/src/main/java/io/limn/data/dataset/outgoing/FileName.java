package io.limn.data.dataset.outgoing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of exported files. */
final class FileName {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy_MM_dd_HH_mm_ss");

    private FileName() {}

    /** The name of a file for which nobody chose one. */
    static String of(ExportOrder order, Instant updated) {
        return (ExportOrder.target(order.collection()) + "_" + order.id() + "_"
                        + (order.media() ? "dataset" : "annotations") + "_"
                        + TIME.format(updated.atOffset(ZoneOffset.UTC)) + "_" + order.format() + ".zip")
                .toLowerCase(Locale.ROOT);
    }
}
