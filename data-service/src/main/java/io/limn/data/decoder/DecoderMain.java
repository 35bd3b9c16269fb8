package io.limn.data.decoder;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limn.data.media.CachedSource;
import io.limn.data.media.MediaLimits;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Pointer;

/**
 * The decoder process: reads commands from standard input until it ends. Media that nobody trusts is decoded here, so that a file which
 * crashes, hangs or bloats a decoder takes this process with it and nothing else.
 */
public final class DecoderMain {
    private static final int BLOCK = 256 << 10;
    private static final int BLOCKS = 16;
    private static final int COMMANDS_PER_TRIM = 100;
    private static final int EXIT_OUT_OF_MEMORY = 3;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Wire wire;
    private final Studio studio;
    private int commands;

    private DecoderMain(Wire wire, MediaLimits limits) {
        this.wire = wire;
        this.studio = new Studio(limits);
    }

    /**
     * Starts the process.
     *
     * @param arguments the most pixels of a picture, the most bytes of a picture file
     */
    public static void main(String[] arguments) throws IOException {
        Wire wire = new Wire(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        // What libraries print must not mix with the answers.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        Thread.ofPlatform().daemon().name("parent-watch").start(DecoderMain::endWithParent);
        MediaLimits limits = new MediaLimits(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]));
        new DecoderMain(wire, limits).serve();
    }

    private static void endWithParent() {
        var parent = ProcessHandle.current().parent();
        while (parent.isPresent() && parent.get().isAlive()) {
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException stopped) {
                break;
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws IOException {
        while (true) {
            try {
                if (wire.in.readByte() != Wire.REQUEST) {
                    return;
                }
            } catch (EOFException parentGone) {
                return;
            }
            long length = wire.in.readLong();
            Command command = mapper.readValue(wire.text(), Command.class);
            try (SeekableSource source = new CachedSource(new PipeSource(wire, length), BLOCK, BLOCKS)) {
                perform(command, source);
            }
            if (++commands % COMMANDS_PER_TRIM == 0) {
                Pointer.trimMemory();
            }
        }
    }

    private void perform(Command command, SeekableSource source) throws IOException {
        try {
            Object result = studio.perform(command, source, bytes -> {
                wire.out.writeByte(Wire.PART);
                wire.out.writeLong(bytes.remaining());
                byte[] piece = new byte[Math.min(bytes.remaining(), BLOCK)];
                while (bytes.hasRemaining()) {
                    int count = Math.min(piece.length, bytes.remaining());
                    bytes.get(piece, 0, count);
                    wire.out.write(piece, 0, count);
                }
                wire.out.flush();
            });
            wire.send(Wire.DONE, mapper.writeValueAsString(result));
        } catch (UnreadableMediaException unreadable) {
            wire.send(Wire.UNREADABLE, unreadable.getMessage());
        } catch (OutOfMemoryError full) {
            Runtime.getRuntime().halt(EXIT_OUT_OF_MEMORY);
        } catch (IOException | RuntimeException failed) {
            wire.send(Wire.FAILED, String.valueOf(failed));
        }
    }
}
