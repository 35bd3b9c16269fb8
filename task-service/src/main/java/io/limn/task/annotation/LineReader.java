package io.limn.task.annotation;

import io.limn.common.api.ApiException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the lines of a stream as bytes, none of which may be too long. */
final class LineReader {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 64 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line that is not empty, {@code null} at the end. */
    byte[] next() throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            if (at == end) {
                end = in.read(buffer, 0, BUFFER);
                at = 0;
                if (end < 0) {
                    end = 0;
                    return line.size() == 0 ? null : line.toByteArray();
                }
            }
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            line.write(buffer, at, stop - at);
            boolean whole = stop < end;
            at = whole ? stop + 1 : stop;
            if (line.size() > LONGEST) {
                throw ApiException.rule("A line of annotations is too long");
            }
            if (whole && line.size() > 0) {
                return line.toByteArray();
            }
        }
    }
}
