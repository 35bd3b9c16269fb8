package io.limn.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One client with one connection: writes the same bytes each time and looks at no more of an answer than it must. */
final class Client {
    private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_PIECE = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int IN_PIECES = -1;

    private final Socket socket;
    private final byte[] request;
    private final byte[] buffer = new byte[64 * 1024];
    private final Latencies latencies = new Latencies();

    Client(String host, int port, String path, String authorization) throws IOException {
        socket = new Socket(InetAddress.getByName(host), port);
        socket.setTcpNoDelay(true);
        request = ("GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nAccept: */*\r\n"
                        + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Asks until a moment of {@link System#nanoTime}. */
    void run(long end) {
        try (socket) {
            var in = socket.getInputStream();
            var out = socket.getOutputStream();
            for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                out.write(request);
                answer(in);
                latencies.add((System.nanoTime() - begin) / 1000);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Latencies latencies() {
        return latencies;
    }

    private void answer(InputStream in) throws IOException {
        int filled = 0;
        int body = -1;
        int length = IN_PIECES;
        while (body < 0 || !isWhole(filled, body, length)) {
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                throw new EOFException("The server closed the connection");
            }
            filled += read;
            if (body < 0) {
                body = end(filled);
                length = body < 0 ? IN_PIECES : length(body);
            }
        }
        for (int index = 0; index < OK.length; index++) {
            if (buffer[index] != OK[index]) {
                throw new IOException("The server answered "
                        + new String(buffer, 0, Math.min(filled, 400), StandardCharsets.ISO_8859_1));
            }
        }
    }

    private int end(int filled) {
        for (int index = 3; index < filled; index++) {
            if (buffer[index] == '\n' && buffer[index - 2] == '\n') {
                return index + 1;
            }
        }
        return -1;
    }

    /** Only one answer is on its way at a time: it is whole when it ends like one. */
    private boolean isWhole(int filled, int body, int length) {
        if (length != IN_PIECES) {
            return filled >= body + length;
        }
        int last = filled - LAST_PIECE.length;
        return last >= body - 2 && Arrays.equals(buffer, last, filled, LAST_PIECE, 0, LAST_PIECE.length);
    }

    /** The value of Content-Length, if there is one. */
    private int length(int body) {
        for (int line = 0; line < body; line++) {
            if (buffer[line] == '\n' && isLength(line + 1)) {
                int length = 0;
                for (int index = line + 17; buffer[index] != '\r'; index++) {
                    length = length * 10 + buffer[index] - '0';
                }
                return length;
            }
        }
        return IN_PIECES;
    }

    private boolean isLength(int line) {
        var name = "content-length: ";
        for (int index = 0; index < name.length(); index++) {
            if ((buffer[line + index] | 0x20) != (name.charAt(index) | 0x20)) {
                return false;
            }
        }
        return true;
    }
}
