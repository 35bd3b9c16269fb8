package io.limn.data.frame;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** Puts frames that come in order between the placeholders of the others. */
final class SparseArchive implements Closeable {
    private final FrameArchive archive;
    private final Iterator<Integer> positions;

    SparseArchive(FrameArchive archive, List<Integer> positions) {
        this.archive = archive;
        this.positions = positions.iterator();
    }

    void add(InputStream bytes, long length) throws IOException {
        while (positions.hasNext()) {
            if (positions.next() != Grid.PLACEHOLDER) {
                archive.add("jpeg", bytes, length);
                return;
            }
            archive.addPlaceholder();
        }
        throw new IOException("The decoder delivered too many frames");
    }

    @Override
    public void close() throws IOException {
        try (archive) {
            while (positions.hasNext()) {
                if (positions.next() != Grid.PLACEHOLDER) {
                    throw new IOException("The decoder left out frames");
                }
                archive.addPlaceholder();
            }
        }
    }
}
