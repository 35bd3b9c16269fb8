package io.limn.data.dataset.text;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Reads text files of archives line by line, however large they are. */
public final class TextLines {
    private static final int LONGEST = 1 << 20;
    private static final char MARK = '\uFEFF';

    private final String file;
    private final Reader reader;
    private final StringBuilder line = new StringBuilder();
    private boolean carriage;

    private TextLines(String file, Reader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** Is shown one line after the other. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Takes a line.
         *
         * @param number from 1
         * @param line   without blanks at its ends, never empty
         */
        void visit(int number, String line) throws IOException;
    }

    /**
     * Goes through the lines of a file that are not blank.
     *
     * @throws DatasetException when there is no such file, or a line is too long to be one
     */
    public static void read(ImportArchive archive, String file, Visitor visitor) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(archive.open(file), StandardCharsets.UTF_8))) {
            var lines = new TextLines(file, reader);
            for (int number = 1; lines.next(number); number++) {
                var text = lines.line.toString().strip();
                if (!text.isEmpty()) {
                    visitor.visit(number, text);
                }
            }
        }
    }

    private boolean next(int number) throws IOException {
        line.setLength(0);
        int letter = reader.read();
        if (carriage && letter == '\n') {
            letter = reader.read();
        }
        if (letter == MARK && number == 1) {
            letter = reader.read();
        }
        if (letter < 0) {
            return false;
        }
        while (letter >= 0 && letter != '\n' && letter != '\r') {
            if (line.length() >= LONGEST) {
                throw DatasetException.malformed(file, "line " + number, "the line is too long");
            }
            line.append((char) letter);
            letter = reader.read();
        }
        carriage = letter == '\r';
        return true;
    }
}
