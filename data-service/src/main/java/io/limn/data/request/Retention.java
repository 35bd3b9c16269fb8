package io.limn.data.request;

import java.time.Duration;

/**
 * How long a request is shown after its end.
 *
 * @param finished after a success
 * @param failed   after a failure
 */
record Retention(Duration finished, Duration failed) {
    private static final Retention CREATION = new Retention(Duration.ofSeconds(500), Duration.ofDays(30));
    private static final Retention IMPORT = new Retention(Duration.ofHours(1), Duration.ofDays(30));
    private static final Retention EXPORT = new Retention(Duration.ofDays(1), Duration.ofDays(1));
    private static final Retention QUALITY = new Retention(Duration.ofSeconds(120), Duration.ofDays(365));
    private static final Retention MERGE = new Retention(Duration.ofSeconds(300), Duration.ofDays(365));

    static Retention of(String action) {
        return switch (action) {
            case "create" -> CREATION;
            case "import" -> IMPORT;
            case "export" -> EXPORT;
            case "calculate" -> QUALITY;
            default -> MERGE;
        };
    }
}
