package io.limn.data.frame;

import io.limn.data.media.SourceIndex;
import io.limn.data.media.UnreadableMediaException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The pictures beside a frame, as an archive of JPEGs. */
@ApplicationScoped
class ContextImages {
    private final SourceIndex index;
    private final PictureBytes pictures;

    ContextImages(SourceIndex index, PictureBytes pictures) {
        this.index = index;
        this.pictures = pictures;
    }

    /** The archive of a frame's context images, empty when it has none. */
    byte[] archive(FramePlan plan, int number) throws IOException, UnreadableMediaException {
        int position = plan.source(number);
        List<String> related = plan.isVideo() ? List.of() : related(plan.dataId(), position);
        int prefix = commonFolder(related).length();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < related.size(); i++) {
                String name = related.get(i);
                zip.putNextEntry(new ZipEntry(FileKinds.withoutExtension(name.substring(prefix)) + ".jpg"));
                zip.write(pictures.related(plan.dataId(), position, i, name));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private List<String> related(long dataId, int position) {
        SourceIndex.Picture picture = index.pictures(dataId, List.of(position)).get(position);
        return picture == null ? List.of() : picture.related();
    }

    /** The longest folder that all paths lie in, with its slash; empty when they share none. */
    static String commonFolder(List<String> paths) {
        String folder = null;
        for (String path : paths) {
            String own = path.substring(0, path.lastIndexOf('/') + 1);
            folder = folder == null ? own : common(folder, own);
        }
        return folder == null ? "" : folder;
    }

    private static String common(String folder, String other) {
        String shared = folder;
        while (!other.startsWith(shared)) {
            shared = shared.substring(0, shared.lastIndexOf('/', shared.length() - 2) + 1);
        }
        return shared;
    }
}
