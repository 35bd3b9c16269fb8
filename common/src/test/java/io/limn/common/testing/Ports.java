package io.limn.common.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;

/**
 * Free ports of the loopback address below 32768, where no outgoing connection takes them: a port above it may be lost
 * while a broker is stopped.
 */
public final class Ports {
    private static final int FLOOR = 15_000;
    private static final int CEILING = 32_000;
    private static final Random RANDOM = new Random();

    private Ports() {}

    /** A port that nobody listens on. */
    public static int free() {
        for (int attempt = 0; attempt < 1000; attempt++) {
            int port = RANDOM.nextInt(FLOOR, CEILING);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port found");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (java.net.BindException taken) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
