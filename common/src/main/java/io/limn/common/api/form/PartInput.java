package io.limn.common.api.form;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits a form at its boundaries. The search steps over as many bytes as a boundary has, so that files of many megabytes cost
 * little more than their copying.
 */
final class PartInput {
    private static final int BUFFER = 64 << 10;
    private static final int LONGEST_HEADERS = 16 << 10;

    private final InputStream in;
    private final byte[] delimiter;
    private final int[] steps = new int[256];
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;

    /** Up to here the bytes from {@link #from} on belong to the part at hand. */
    private int safe;

    private boolean atDelimiter;

    PartInput(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        Arrays.fill(steps, delimiter.length);
        for (int i = 0; i < delimiter.length - 1; i++) {
            steps[delimiter[i] & 0xFF] = delimiter.length - 1 - i;
        }
        // The first boundary has no line before it.
        buffer[to++] = '\r';
        buffer[to++] = '\n';
    }

    /** Steps over what stands before the first part; false when there is none. */
    boolean skipPreamble() throws IOException {
        try {
            return toNextPart();
        } catch (MalformedFormException nothing) {
            return false;
        }
    }

    /** Steps over the rest of a part and the boundary after it; false at the last one. */
    boolean toNextPart() throws IOException {
        while (hasMore()) {
            from = safe;
        }
        from += delimiter.length;
        atDelimiter = false;
        safe = from;
        int first = next();
        while (first == ' ' || first == '\t') {
            first = next();
        }
        int second = next();
        safe = from;
        if (first == '-' && second == '-') {
            return false;
        }
        if (first != '\r' || second != '\n') {
            throw new MalformedFormException("Unexpected characters follow a boundary");
        }
        return true;
    }

    /** The lines at the begin of a part, without the empty one that ends them. */
    String headers() throws IOException {
        StringBuilder text = new StringBuilder("\r\n");
        while (!endsWithEmptyLine(text)) {
            if (text.length() > LONGEST_HEADERS) {
                throw new MalformedFormException("Header section has more than " + LONGEST_HEADERS + " bytes");
            }
            text.append((char) next());
        }
        safe = from;
        byte[] latin = text.substring(2).getBytes(StandardCharsets.ISO_8859_1);
        return new String(latin, StandardCharsets.UTF_8);
    }

    private static boolean endsWithEmptyLine(CharSequence text) {
        int end = text.length();
        return end >= 4
                && text.charAt(end - 1) == '\n'
                && text.charAt(end - 2) == '\r'
                && text.charAt(end - 3) == '\n'
                && text.charAt(end - 4) == '\r';
    }

    /** What is left of the part at hand. */
    InputStream part() {
        return new Part();
    }

    private int next() throws IOException {
        if (from == to) {
            fill();
        }
        return buffer[from++] & 0xFF;
    }

    /** Whether the part at hand has more bytes; some of them lie before {@link #safe} then. */
    private boolean hasMore() throws IOException {
        while (from == safe) {
            if (atDelimiter) {
                return false;
            }
            while (to - from < delimiter.length) {
                fill();
            }
            search();
        }
        return true;
    }

    private void search() {
        int place = from;
        int last = to - delimiter.length;
        while (place <= last) {
            int end = place + delimiter.length - 1;
            if (buffer[end] == delimiter[delimiter.length - 1] && isDelimiter(place)) {
                atDelimiter = true;
                break;
            }
            place += steps[buffer[end] & 0xFF];
        }
        // A step may lead past the end: what is that near to it may still begin a delimiter.
        safe = atDelimiter ? place : last + 1;
    }

    private boolean isDelimiter(int place) {
        return Arrays.equals(buffer, place, place + delimiter.length, delimiter, 0, delimiter.length);
    }

    private void fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            safe -= from;
            from = 0;
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw new MalformedFormException("Stream ended unexpectedly");
        }
        to += read;
    }

    private final class Part extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int at, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int taken = Math.min(count, safe - from);
            System.arraycopy(buffer, from, into, at, taken);
            from += taken;
            return taken;
        }
    }

    /** A body that is no form. */
    static final class MalformedFormException extends EOFException {
        private static final long serialVersionUID = 1L;

        MalformedFormException(String message) {
            super(message);
        }
    }
}
