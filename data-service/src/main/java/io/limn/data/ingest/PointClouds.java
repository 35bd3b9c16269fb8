package io.limn.data.ingest;

import io.limn.common.blob.BlobStore;
import io.limn.common.work.PermanentFailure;
import io.limn.data.upload.StoredPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads the headers of point clouds in the format PCD, and turns the bare points of KITTI into it. */
@ApplicationScoped
public class PointClouds {
    private static final int POINT = 16;
    private static final int LONGEST_HEADER = 64 << 10;

    private final BlobStore store;
    private final Sources sources;

    PointClouds(BlobStore store, Sources sources) {
        this.store = store;
        this.sources = sources;
    }

    /**
     * A cloud and the two numbers that stand for its size.
     *
     * @param file   the cloud as PCD
     * @param width  points of a row
     * @param height rows
     */
    record Cloud(SourceFile file, int width, int height) {}

    /**
     * Reads a cloud; bare points are stored anew under a key.
     *
     * @throws PermanentFailure when it cannot be read
     */
    Cloud read(SourceFile file, String key) throws IOException {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".bin") ? convert(file, key) : readHeader(file);
    }

    private Cloud convert(SourceFile file, String key) throws IOException {
        if (file.length() % POINT != 0) {
            throw unreadable(file, "failed to parse bin pcd point at pos " + file.length());
        }
        long points = file.length() / POINT;
        var header = """
                VERSION 0.7
                FIELDS x y z intensity
                SIZE 4 4 4 4
                TYPE F F F F
                COUNT 1 1 1 1
                WIDTH %d
                HEIGHT 1
                VIEWPOINT 0 0 0 1 0 0 0
                POINTS %d
                DATA binary
                """.formatted(points, points).getBytes(StandardCharsets.US_ASCII);
        long length = header.length + file.length();
        try (var bytes = new SequenceInputStream(new ByteArrayInputStream(header), sources.stream(file.parts()))) {
            store.put(key, bytes, length);
        }
        var name = file.name().substring(0, file.name().length() - 4) + ".pcd";
        return new Cloud(new SourceFile(name, List.of(new StoredPart(0, length, key))), (int) points, 1);
    }

    private Cloud readHeader(SourceFile file) throws IOException {
        byte[] begin;
        try (var source = sources.open(file.parts())) {
            begin = source.readUpTo(0, LONGEST_HEADER);
        }
        int width = 0;
        int height = 0;
        var lines = new String(begin, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            if (line.startsWith("#")) {
                continue;
            }
            var words = line.split("\\s+", 2);
            if (words.length < 2) {
                throw unreadable(file, "line " + i + ": invalid line format");
            }
            switch (words[0].toUpperCase(Locale.ROOT)) {
                case "VERSION" -> requireVersion(file, words[1]);
                case "WIDTH" -> width = number(file, i, words[1]);
                case "HEIGHT" -> height = number(file, i, words[1]);
                case "DATA" -> {
                    return new Cloud(file, width, height);
                }
                default -> {
                    // The other lines describe points, which are not looked at here.
                }
            }
        }
        throw unreadable(file, "the header has no end");
    }

    private static void requireVersion(SourceFile file, String version) {
        if (!version.matches("0?\\.[1-7]")) {
            throw unreadable(file, "unsupported version " + version);
        }
    }

    private static int number(SourceFile file, int line, String word) {
        if (!word.matches("\\d{1,9}")) {
            throw unreadable(file, "line " + line + ": invalid line format");
        }
        return Integer.parseInt(word);
    }

    private static PermanentFailure unreadable(SourceFile file, String reason) {
        return new PermanentFailure("Could not read pcd file '" + file.name() + "': " + reason);
    }
}
