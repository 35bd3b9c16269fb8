package io.limn.common.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Points in time as the API writes them: UTC with {@code Z}, microseconds as six digits, absent when zero. */
public final class Timestamps {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** Now, in the precision that is stored and shown, so that an answer equals what is read back later. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** The API's text of a point in time. */
    public static String format(Instant value) {
        var micros = value.truncatedTo(ChronoUnit.MICROS);
        return (micros.getNano() == 0 ? SECONDS : MICROSECONDS).format(micros);
    }

    /**
     * Reads any ISO-8601 form that the API takes: with or without offset (UTC then), {@code T} or a blank between date
     * and time, or a date alone (its midnight).
     *
     * @throws DateTimeParseException when the text is none of them
     */
    public static Instant parse(String text) {
        var iso = text.strip().replace(' ', 'T');
        if (!iso.contains("T")) {
            return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > iso.indexOf('T');
        return (zoned
                        ? OffsetDateTime.parse(iso).toInstant()
                        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC))
                .truncatedTo(ChronoUnit.MICROS);
    }
}
