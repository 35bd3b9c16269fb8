package io.limn.data.dataset.format;

import java.util.Locale;

/** Words that point users to the description of a format. */
final class FormatDocs {
    private static final String BASE = "https://docs.cvat.ai/docs/manual/advanced/formats/format-";

    private FormatDocs() {}

    /** What is said when an archive has nothing of a format. */
    static String missing(String library, String pattern) {
        var link =
                "Check [format docs](" + BASE + library.toLowerCase(Locale.ROOT).replace('_', '-') + ")";
        return pattern == null
                ? link + ". \n specific requirement information unavailable"
                : link + ". Dataset must contain a file: \"" + pattern + "\"";
    }
}
