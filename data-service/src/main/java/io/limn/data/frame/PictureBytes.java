package io.limn.data.frame;

import io.limn.data.decoder.Command;
import io.limn.data.decoder.Decoder;
import io.limn.data.decoder.Urgency;
import io.limn.data.media.BytesSource;
import io.limn.data.media.CachedSource;
import io.limn.data.media.ImageFacts;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.SourceIndex;
import io.limn.data.media.SourceUnavailableException;
import io.limn.data.media.UnreadableMediaException;
import io.limn.data.media.image.ImageHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bytes of single pictures as they go into chunks. */
@ApplicationScoped
class PictureBytes {
    private static final int BLOCK = 64 << 10;

    private final SourceIndex index;
    private final Decoder decoder;

    PictureBytes(SourceIndex index, Decoder decoder) {
        this.index = index;
        this.decoder = decoder;
    }

    /** How many pictures are best asked for at the same time: one more than can be decoded at once. */
    int atOnce() {
        return decoder.atOnce() + 1;
    }

    /** The paths of source pictures by their positions; those that are gone are missing. */
    Map<Integer, String> names(long dataId, List<Integer> positions) throws IOException {
        Map<Integer, String> names = new HashMap<>();
        index.pictures(dataId, positions).forEach((position, picture) -> names.put(position, picture.name()));
        return names;
    }

    /** The path of a source picture. */
    String name(long dataId, int position) throws IOException {
        SourceIndex.Picture picture = index.pictures(dataId, List.of(position)).get(position);
        if (picture == null) {
            throw new SourceUnavailableException(404, "The media of the task are gone");
        }
        return picture.name();
    }

    /** An upright 8-bit JPEG. */
    byte[] compressed(long dataId, int position, String name, int quality)
            throws IOException, UnreadableMediaException {
        try (SeekableSource source = index.openPicture(dataId, position)) {
            return decoder.part(Command.picture(Command.Action.COMPRESS, name, quality), source, Urgency.INTERACTIVE);
        }
    }

    /** The file itself, or where its pixels are not upright (and for every TIFF) an upright one in the same format. */
    SeekableSource original(long dataId, int position, String name) throws IOException, UnreadableMediaException {
        SeekableSource source = new CachedSource(index.openPicture(dataId, position), BLOCK, 4);
        ImageFacts facts = ImageHeaders.read(source, name).orElse(null);
        if (facts == null || (!facts.turned() && !facts.format().equals("tiff"))) {
            return source;
        }
        try (source) {
            return new BytesSource(
                    decoder.part(Command.picture(Command.Action.UPRIGHT, name, 0), source, Urgency.INTERACTIVE));
        }
    }

    /** A point cloud. */
    SeekableSource cloud(long dataId, int position) throws IOException {
        return index.openPicture(dataId, position);
    }

    /** A small JPEG. */
    byte[] preview(long dataId, int position, String name) throws IOException, UnreadableMediaException {
        try (SeekableSource source = index.openPicture(dataId, position)) {
            return decoder.part(Command.picture(Command.Action.PREVIEW, name, 0), source, Urgency.INTERACTIVE);
        }
    }

    /** A context image as a JPEG of the best quality. */
    byte[] related(long dataId, int position, int number, String name) throws IOException, UnreadableMediaException {
        try (SeekableSource source = index.openRelated(dataId, position, number)) {
            return decoder.part(Command.picture(Command.Action.COMPRESS, name, 100), source, Urgency.INTERACTIVE);
        }
    }
}
