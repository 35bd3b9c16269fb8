package io.limn.data.ingest;

import io.limn.common.work.PermanentFailure;
import io.limn.data.media.MediaKind;
import io.limn.data.upload.PartCutter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes pictures out of one archive, each into blobs of its own, and stops when more comes out than can be meant. */
final class Unpacking {
    private static final Set<String> LITTER = Set.of("__MACOSX", "__MSOSX", ".DS_Store", "._.DS_Store");

    private final PartCutter cutter;
    private final IngestConfig limits;
    private final long most;
    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private int entries;
    private long bytes;

    /** For an archive of a length. */
    Unpacking(PartCutter cutter, IngestConfig limits, long archive) {
        this.cutter = cutter;
        this.limits = limits;
        this.most = Math.min(limits.bytes(), Math.max(limits.harmless(), archive * limits.ratio()));
    }

    /** Whether an entry is taken: pictures that are no litter of an operating system. */
    boolean wants(String entry) {
        if (++entries > limits.entries()) {
            throw new PermanentFailure("The archive has more than " + limits.entries() + " entries");
        }
        return LITTER.stream().noneMatch(entry::contains)
                && MediaKind.of(entry).filter(MediaKind.IMAGE::equals).isPresent();
    }

    /** Takes an entry; a later one of the same name replaces it. */
    void take(String entry, InputStream content) throws IOException {
        var name = inside(entry);
        files.put(name, new SourceFile(name, cutter.cut(new Counted(content))));
    }

    /** The path of an entry below the archive's root; steps out of it are left out, as unpackers do. */
    static String inside(String entry) {
        var steps = new ArrayDeque<String>();
        for (var step : entry.replace('\\', '/').split("/")) {
            if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                steps.add(step.replace("\0", ""));
            }
        }
        return String.join("/", steps);
    }

    /** What was taken, in the order of the archive. */
    List<SourceFile> files() {
        if (files.isEmpty()) {
            throw new PermanentFailure("No image found");
        }
        return List.copyOf(files.values());
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int read = in.read(into, at, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws InterruptedIOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("Unpacking was stopped");
            }
            bytes += read;
            if (bytes > most) {
                throw new PermanentFailure("The archive holds more than " + most + " bytes of pictures");
            }
        }
    }
}
