package io.limn.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Downloads the same bytes again and again over kept connections and drops them. Prints one line: answers, bytes of bodies,
 * seconds, and processor seconds of this process.
 */
public final class DownloadMain {
    private static final int BUFFER = 512 << 10;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final SocketChannel socket;
    private final byte[] request;

    private DownloadMain(String host, int port, String path, String authorization) throws IOException {
        socket = SocketChannel.open(new InetSocketAddress(host, port));
        request = ("GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nAccept: */*\r\n"
                        + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Arguments: host, port, path, number of clients, seconds; the Authorization header is read from the input. */
    public static void main(String[] arguments) throws Exception {
        String authorization = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
        List<DownloadMain> clients = new ArrayList<>();
        for (int client = 0; client < Integer.parseInt(arguments[3]); client++) {
            clients.add(new DownloadMain(arguments[0], Integer.parseInt(arguments[1]), arguments[2], authorization));
        }
        AtomicLong answers = new AtomicLong();
        AtomicLong bytes = new AtomicLong();
        AtomicLong processor = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(Integer.parseInt(arguments[4]));
        List<Thread> threads = new ArrayList<>();
        for (DownloadMain client : clients) {
            threads.add(Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < end) {
                    bytes.addAndGet(client.download());
                    answers.incrementAndGet();
                }
                processor.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(
                answers + " " + bytes + " " + (System.nanoTime() - begin) / 1e9 + " " + processor.get() / 1e9);
    }

    private long download() {
        try {
            socket.write(ByteBuffer.wrap(request));
            buffer.clear();
            int body;
            do {
                read();
                body = body();
            } while (body < 0);
            String head = StandardCharsets.ISO_8859_1
                    .decode(buffer.duplicate().flip().limit(body))
                    .toString()
                    .toLowerCase(Locale.ROOT);
            if (!head.startsWith("http/1.1 200")) {
                throw new IOException("The server answered " + head);
            }
            int at = head.indexOf("content-length: ") + 16;
            long length = Long.parseLong(head.substring(at, head.indexOf('\r', at)));
            for (long left = length - (buffer.position() - body); left > 0; ) {
                buffer.clear();
                left -= read();
            }
            return length;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int read() throws IOException {
        int read = socket.read(buffer);
        if (read < 0) {
            throw new EOFException("The server closed the connection");
        }
        return read;
    }

    private int body() {
        for (int index = 3; index < buffer.position(); index++) {
            if (buffer.get(index) == '\n' && buffer.get(index - 2) == '\n') {
                return index + 1;
            }
        }
        return -1;
    }
}
