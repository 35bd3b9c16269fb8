package io.limn.data.decoder;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Messages between a service and its decoder process over the two pipes. The service sends a request and then answers reads; the process
 * sends reads and parts and ends with one of three results.
 */
final class Wire {
    /** Service to process: length of the source, then the command as JSON. */
    static final int REQUEST = 1;
    /** Service to process: a count, negative when reading failed, then so many bytes. */
    static final int BYTES = 2;
    /** Process to service: offset and count. */
    static final int READ = 3;
    /** Process to service: a length, then so many bytes. */
    static final int PART = 4;
    /** Process to service: the result as JSON. */
    static final int DONE = 5;
    /** Process to service: why the media cannot be decoded. */
    static final int UNREADABLE = 6;
    /** Process to service: what went wrong otherwise. */
    static final int FAILED = 7;

    private static final int BUFFER = 64 << 10;
    private static final int LONGEST_TEXT = 64 << 20;

    final DataInputStream in;
    final DataOutputStream out;

    Wire(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, BUFFER));
        this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
    }

    void send(int kind, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    String text() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new IOException("The decoder's answer makes no sense");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
