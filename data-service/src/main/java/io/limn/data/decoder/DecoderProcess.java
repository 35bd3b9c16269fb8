package io.limn.data.decoder;

import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One running decoder process; used by one thread at a time, watched by another. */
final class DecoderProcess {
    private static final int PAGE = 4096;
    private static final int LARGEST_READ = 8 << 20;

    private final Process process;
    private final Wire wire;
    private volatile Instant busySince;
    private volatile Instant lastUsed = Instant.now();
    private volatile String verdict;

    private DecoderProcess(Process process) {
        this.process = process;
        this.wire = new Wire(process.getInputStream(), process.getOutputStream());
    }

    static DecoderProcess start(DecoderConfig config, String classPath) throws IOException {
        Path directory = Files.createDirectories(config.directory().toAbsolutePath());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java,
                "-Xmx" + config.heap().asLongValue(),
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=16m",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + directory.resolve("crash-%p.log"),
                "-Dorg.bytedeco.javacpp.cachedir=" + nativeLibraries(directory),
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                config.classPath().orElse(classPath),
                "io.limn.data.decoder.DecoderMain",
                Long.toString(config.pixels()),
                Long.toString(config.fileSize().asLongValue())));
        // Libraries complain about every damaged file; what a crash was about is in the error file.
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.directory(new File(directory.toString()));
        var environment = builder.environment();
        // Media must find no secrets, and native libraries no reason to start threads or keep arenas.
        environment.keySet().retainAll(List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH"));
        environment.put("OPENBLAS_NUM_THREADS", "1");
        environment.put("OMP_NUM_THREADS", "1");
        environment.put("OPENCV_LOG_LEVEL", "SILENT");
        environment.put("OPENCV_FOR_THREADS_NUM", "1");
        environment.put("MALLOC_ARENA_MAX", "2");
        // Memory of one picture serves the next: asking the system for it anew costs as much as a third of the
        // decoding.
        environment.put("MALLOC_MMAP_THRESHOLD_", "67108864");
        environment.put("MALLOC_TRIM_THRESHOLD_", "67108864");
        return new DecoderProcess(builder.start());
    }

    /** A folder that this process was given for native libraries outlives a start; ours is as good otherwise. */
    private static String nativeLibraries(Path directory) {
        return System.getProperty(
                "org.bytedeco.javacpp.cachedir", directory.resolve("native").toString());
    }

    /**
     * Performs a command.
     *
     * @return the result as JSON
     * @throws CrashedException when the process died on the way, or was ended by its watch
     * @throws IOException when the source or the sink failed
     */
    String run(String command, SeekableSource source, PartSink sink)
            throws IOException, UnreadableMediaException, CrashedException {
        busySince = Instant.now();
        try {
            ask(command, source.length());
            while (true) {
                int kind = answer();
                switch (kind) {
                    case Wire.READ -> serve(source);
                    case Wire.PART -> take(sink);
                    case Wire.DONE -> {
                        return text();
                    }
                    case Wire.UNREADABLE -> throw new UnreadableMediaException(text());
                    case Wire.FAILED -> throw new DecodingFailedException(text());
                    default -> throw new CrashedException("The decoder broke the protocol");
                }
            }
        } finally {
            lastUsed = Instant.now();
            busySince = null;
        }
    }

    private void ask(String command, long length) throws CrashedException {
        try {
            wire.out.writeByte(Wire.REQUEST);
            wire.out.writeLong(length);
            byte[] json = command.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            wire.out.writeInt(json.length);
            wire.out.write(json);
            wire.out.flush();
        } catch (IOException gone) {
            throw crashed();
        }
    }

    private int answer() throws CrashedException {
        try {
            return wire.in.readByte();
        } catch (IOException gone) {
            throw crashed();
        }
    }

    private String text() throws CrashedException {
        try {
            return wire.text();
        } catch (IOException gone) {
            throw crashed();
        }
    }

    private void serve(SeekableSource source) throws IOException, CrashedException {
        byte[] bytes;
        int read;
        long offset;
        try {
            offset = wire.in.readLong();
            bytes = new byte[Math.clamp(wire.in.readInt(), 0, LARGEST_READ)];
        } catch (IOException gone) {
            throw crashed();
        }
        if (Thread.currentThread().isInterrupted()) {
            kill("The work was stopped");
            throw new InterruptedIOException(verdict);
        }
        try {
            read = source.read(offset, bytes, 0, bytes.length);
        } catch (IOException broken) {
            // The process waits for bytes that will not come: it cannot be used again.
            kill("The source cannot be read");
            throw broken;
        }
        try {
            wire.out.writeByte(Wire.BYTES);
            wire.out.writeInt(read);
            wire.out.write(bytes, 0, Math.max(read, 0));
            wire.out.flush();
        } catch (IOException gone) {
            throw crashed();
        }
    }

    private void take(PartSink sink) throws IOException, CrashedException {
        long length;
        try {
            length = wire.in.readLong();
        } catch (IOException gone) {
            throw crashed();
        }
        PartStream part = new PartStream(wire.in, length);
        try {
            sink.part(part, length);
            part.skipRest();
        } catch (IOException failed) {
            boolean died = part.broken();
            kill("The result cannot be taken");
            if (died) {
                throw crashed();
            }
            throw failed;
        }
    }

    private CrashedException crashed() {
        kill("The decoder process ended");
        return new CrashedException(verdict);
    }

    /** Ends the process; the command at hand fails with this reason. */
    void kill(String reason) {
        if (verdict == null) {
            verdict = reason;
        }
        process.destroyForcibly();
    }

    boolean usable() {
        return verdict == null && process.isAlive();
    }

    boolean busyLongerThan(Duration time) {
        Instant since = busySince;
        return since != null && since.plus(time).isBefore(Instant.now());
    }

    boolean idleLongerThan(Duration time) {
        return busySince == null && lastUsed.plus(time).isBefore(Instant.now());
    }

    long pid() {
        return process.pid();
    }

    /** Resident memory in bytes; 0 where the system does not tell. */
    long residentBytes() {
        try {
            String[] pages = Files.readString(Path.of("/proc/" + process.pid() + "/statm"))
                    .split(" ", -1);
            return Long.parseLong(pages[1]) * PAGE;
        } catch (IOException | RuntimeException unknown) {
            return 0;
        }
    }
}
