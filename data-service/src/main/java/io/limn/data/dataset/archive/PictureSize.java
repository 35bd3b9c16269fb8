package io.limn.data.dataset.archive;

import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.format.ImportSink.ItemSink;
import io.limn.data.media.BytesSource;
import io.limn.data.media.image.ImageHeaders;
import java.io.IOException;

/**
 * How large a picture is.
 *
 * @param width  pixels
 * @param height pixels
 */
public record PictureSize(int width, int height) {
    private static final int HEADER = 1 << 18;

    /**
     * The size of a frame as the target knows it, otherwise of its picture in the archive.
     *
     * @param media name of the picture, may be {@code null}
     * @param file  name of the file that cannot be understood without it
     * @throws DatasetException when nobody knows it
     */
    public static PictureSize of(ItemSink item, ImportArchive archive, String media, String file) throws IOException {
        if (item.width() > 0 && item.height() > 0) {
            return new PictureSize(item.width(), item.height());
        }
        if (media != null && archive.has(media)) {
            try (var in = archive.open(media)) {
                var facts = ImageHeaders.read(new BytesSource(in.readNBytes(HEADER)), media);
                if (facts.isPresent()) {
                    return new PictureSize(facts.get().width(), facts.get().height());
                }
            }
        }
        throw DatasetException.malformed(file, "", "the size of its picture is not known");
    }
}
