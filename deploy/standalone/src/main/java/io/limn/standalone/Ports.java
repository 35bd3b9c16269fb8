package io.limn.standalone;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Hands out ports, each once, also among launchers that start at the same moment: a port is free only for the one that holds the
 * lock on its file in the folder for temporary files. All lie below 32768, where Linux begins to give out ports to outgoing
 * connections: a client that polls a closed port within that range may connect to itself and keep the server from ever opening it.
 */
final class Ports implements AutoCloseable {
    private static final int CEILING = 32768;

    private final Path folder =
            Path.of(System.getProperty("java.io.tmpdir"), "limn-ports-" + System.getProperty("user.name"));
    private final Map<Integer, FileChannel> given = new HashMap<>();

    /**
     * The very port that was asked for.
     *
     * @throws StartFailure when something else listens there
     */
    int exactly(String host, int port) {
        try {
            bind(host, port);
        } catch (UnknownHostException e) {
            throw new StartFailure("There is no address " + host + " to listen on; give another with --host.", e);
        } catch (BindException e) {
            boolean denied = String.valueOf(e.getMessage()).contains("ermission");
            throw denied
                    ? new StartFailure(
                            "Port " + port
                                    + " needs more rights than this user has; choose one above 1023 with --port.",
                            e)
                    : busy(host, port, e);
        } catch (IOException e) {
            throw new StartFailure("Cannot listen on " + host + ":" + port + ": " + e.getMessage() + ".", e);
        }
        if (!lock(port)) {
            throw busy(host, port, null);
        }
        return port;
    }

    /** The preferred port of the loopback address, or the next free one above it. */
    int near(int preferred) {
        for (int port = preferred; port < CEILING; port++) {
            if (!given.containsKey(port) && isFree(port) && lock(port)) {
                return port;
            }
        }
        throw new StartFailure("No free port between " + preferred + " and " + CEILING + " on this machine.");
    }

    /** Gives them back. */
    @Override
    public void close() {
        given.values().forEach(Ports::closeQuietly);
        given.clear();
    }

    private boolean lock(int port) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                given.put(port, channel);
                return true;
            }
            closeQuietly(channel);
            return false;
        } catch (IOException e) {
            throw new StartFailure("Cannot use the folder " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // another suite in this very process has it
            return false;
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // the lock ends with this process at the latest
        }
    }

    private static StartFailure busy(String host, int port, Exception cause) {
        return new StartFailure(
                "Port " + port + " on " + host + " is already in use; choose another with --port.", cause);
    }

    private static boolean isFree(int port) {
        try {
            bind("127.0.0.1", port);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void bind(String host, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        }
    }
}
