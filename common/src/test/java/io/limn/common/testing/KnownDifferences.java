package io.limn.common.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where a module differs from the published contract on purpose. */
final class KnownDifferences {
    private static final String SEPARATOR = ";";

    private KnownDifferences() {}

    /** The lines of the module's {@code contract-differences.csv} without their reasons; none when there is no such file. */
    static SortedSet<String> ofContract() {
        var known = new TreeSet<String>();
        try (var file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("contract-differences.csv")) {
            if (file != null) {
                new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(line -> known.add(difference(line)));
            }
            return known;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String difference(String line) {
        var cells = line.split(SEPARATOR, 2);
        if (cells.length < 2 || cells[1].isBlank()) {
            throw new IllegalStateException("A difference needs a reason: " + line);
        }
        return cells[0].strip();
    }
}
