package io.limn.standalone;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;

/**
 * What a person reads while the suite runs. Warnings of children are left out until everything has started: services that start
 * side by side warn of each other's absence.
 */
final class Terminal {
    private final Consumer<String> lines;
    private volatile boolean started;

    Terminal(Consumer<String> lines) {
        this.lines = requireNonNull(lines);
    }

    void say(String line) {
        lines.accept(line);
    }

    void warn(String line) {
        if (started) {
            lines.accept(line);
        }
    }

    /** From now on warnings mean something. */
    void started() {
        started = true;
    }
}
