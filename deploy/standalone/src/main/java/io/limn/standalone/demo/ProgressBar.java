package io.limn.standalone.demo;

import java.io.PrintStream;

/** One line that fills up. Where the output is no terminal, only its end is printed. */
final class ProgressBar {
    private static final int WIDTH = 30;

    private final String what;
    private final PrintStream output;
    private final boolean live;

    ProgressBar(String what, PrintStream output, boolean live) {
        this.what = what;
        this.output = output;
        this.live = live;
    }

    /** @param part from 0 to 1 */
    void show(double part, String state) {
        if (live) {
            output.print("\r" + line(part) + " " + state + "\033[K");
            output.flush();
        }
    }

    void done(String result) {
        output.println((live ? "\r" : "") + line(1) + " " + result + (live ? "\033[K" : ""));
    }

    private String line(double part) {
        int full = (int) Math.round(Math.clamp(part, 0, 1) * WIDTH);
        return "%-28s [%s%s]".formatted(what, "#".repeat(full), " ".repeat(WIDTH - full));
    }
}
