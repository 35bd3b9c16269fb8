package io.limn.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Copies what a child prints into its log file, each line with its name, and its warnings and errors to the terminal. */
final class ChildLog {
    private static final long LARGEST_BYTES = 32L << 20;
    private static final Pattern ALARM = Pattern.compile("(?:^|\\s)(WARN|WARNING|ERROR|FATAL|SEVERE)\\s+(.*)");

    private final String name;
    private final Path file;
    private final Terminal terminal;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final String readyLine;
    private volatile String lastError = "";
    private volatile boolean quiet;

    /**
     * @param readyLine the line that tells that the child has started, or null when it is asked over HTTP
     * @param terminal takes the lines for the person at the terminal
     */
    ChildLog(String name, Path file, String readyLine, Terminal terminal) {
        this.name = name;
        this.file = file;
        this.readyLine = readyLine;
        this.terminal = terminal;
    }

    /** Reads to the end of the child's output. */
    void copy(BufferedReader output) {
        try (output) {
            try {
                write(output);
            } catch (IOException e) {
                tell("its log " + file + " cannot be written: " + e.getMessage());
                drain(output);
            }
        } catch (IOException e) {
            tell("its output ended early: " + e.getMessage());
        }
    }

    private void write(BufferedReader output) throws IOException {
        long written = rotate();
        Writer writer = open();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                look(line);
                written += line.length() + name.length() + 4L;
                writer.write(name + " | " + line + "\n");
                if (!output.ready()) {
                    writer.flush();
                }
                if (written > LARGEST_BYTES) {
                    writer.close();
                    written = rotate();
                    writer = open();
                }
            }
        } finally {
            writer.close();
        }
    }

    /** A full disk must not stop the child, which would block on a pipe that nobody empties. */
    private void drain(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            look(line);
        }
    }

    private void tell(String what) {
        if (!quiet) {
            terminal.say(name + ": " + what);
        }
    }

    /** Done when the ready line has been seen. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** The newest error of the child, empty when there was none. */
    String lastError() {
        return lastError;
    }

    /** From now on nothing goes to the terminal: complaints while everything stops help nobody. */
    void quiet() {
        quiet = true;
    }

    private void look(String line) {
        if (line.equals(readyLine)) {
            ready.complete(null);
        }
        Matcher alarm = ALARM.matcher(line);
        if (alarm.find()) {
            boolean error = !alarm.group(1).startsWith("WARN");
            if (error) {
                lastError = alarm.group(2);
            }
            if (error) {
                tell(alarm.group(1) + " " + alarm.group(2));
            } else if (!quiet) {
                terminal.warn(name + ": " + alarm.group(1) + " " + alarm.group(2));
            }
        }
    }

    private Writer open() throws IOException {
        return Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private long rotate() throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (size <= LARGEST_BYTES) {
            return size;
        }
        Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        return 0;
    }
}
