package io.limn.data.frame;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * How derived bytes are made from source media: everything on which they depend and nothing else. A changed plan asks for another recipe,
 * so nothing that is kept can be stale.
 *
 * @param dataId the source media
 * @param kind what is made
 * @param positions source positions in order; {@link Grid#PLACEHOLDER} keeps a place
 * @param quality JPEG quality, or image quality of a video; 0 where it does not matter
 * @param full whether a video keeps its size
 * @param cloudStorage where the source media are, null when they are the server's own
 */
record Recipe(long dataId, Kind kind, List<Integer> positions, int quality, boolean full, Long cloudStorage) {
    /** To be raised when the same recipe makes other bytes. */
    private static final int VERSION = 1;

    /** What can be made. */
    enum Kind {
        /** Archive of upright JPEGs of pictures. */
        COMPRESSED_PICTURES("application/zip"),
        /** Archive of pictures as they were uploaded. */
        ORIGINAL_PICTURES("application/zip"),
        /** Archive of point clouds. */
        POINT_CLOUDS("application/zip"),
        /** Archive of JPEGs of a video's frames. */
        VIDEO_PICTURES("application/zip"),
        /** Video of a video's frames. */
        VIDEO("video/mp4"),
        /** One small JPEG. */
        PREVIEW("image/jpeg");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    Recipe {
        positions = List.copyOf(positions);
    }

    /** Made of media that are the server's own. */
    Recipe(long dataId, Kind kind, List<Integer> positions, int quality, boolean full) {
        this(dataId, kind, positions, quality, full, null);
    }

    /** The same made of the objects of a cloud storage. */
    Recipe in(Long storage) {
        return new Recipe(dataId, kind, positions, quality, full, storage);
    }

    /** The name of the result, the same for the same bytes. */
    String key() {
        StringBuilder text = new StringBuilder();
        text.append(VERSION).append(' ').append(dataId).append(' ').append(kind).append(' ');
        text.append(quality).append(' ').append(full);
        if (cloudStorage != null) {
            text.append(" cloud ").append(cloudStorage);
        }
        positions.forEach(position -> text.append(' ').append(position));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return dataId + "-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where the result is kept for all replicas. */
    String blobKey() {
        return folder(dataId) + key();
    }

    /** The folder of everything made from some source media. */
    static String folder(long dataId) {
        return "derived/" + dataId + "/";
    }
}
