package io.limn.data.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** Ends with an error once more has come than is allowed, or it has taken too long. */
final class LimitedStream extends FilterInputStream {
    private final long most;
    private final Instant deadline;
    private long read;

    LimitedStream(InputStream bytes, long most, Instant deadline) {
        super(bytes);
        this.most = most;
        this.deadline = deadline;
    }

    /** A limit is passed. */
    static final class LimitException extends IOException {
        private static final long serialVersionUID = 1L;

        LimitException(String message) {
            super(message);
        }
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        int count = in.read(into, at, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int count) throws IOException {
        read += count;
        if (read > most) {
            throw new LimitException("the file is larger than " + most + " bytes");
        }
        if (Instant.now().isAfter(deadline)) {
            throw new LimitException("it took too long");
        }
    }
}
