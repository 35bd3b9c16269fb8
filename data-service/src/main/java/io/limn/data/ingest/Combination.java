package io.limn.data.ingest;

import io.limn.common.work.PermanentFailure;
import io.limn.data.media.MediaKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which media may be data of one task: many pictures, or one file of another kind. */
final class Combination {
    private Combination() {}

    /**
     * The one kind of the files; what is no media is passed over.
     *
     * @throws PermanentFailure when there is none, or what there is does not go together
     */
    static MediaKind require(List<SourceFile> files) {
        Map<MediaKind, Integer> counts = new EnumMap<>(MediaKind.class);
        files.forEach(file -> MediaKind.of(file.name()).ifPresent(kind -> counts.merge(kind, 1, Integer::sum)));
        if (counts.isEmpty()) {
            throw new PermanentFailure("No media data found");
        }
        int images = counts.getOrDefault(MediaKind.IMAGE, 0);
        int others = counts.values().stream().mapToInt(Integer::intValue).sum() - images;
        if (others > 1 || others == 1 && images > 0) {
            throw new PermanentFailure("Only one video, archive, pdf, zip or many image, directory can be used"
                    + " simultaneously,             but %d image(s), %d video(s), %d archive(s), 0 directory(s), %d pdf(s), %d zip(s) found."
                            .formatted(
                                    images,
                                    counts.getOrDefault(MediaKind.VIDEO, 0),
                                    counts.getOrDefault(MediaKind.ARCHIVE, 0),
                                    counts.getOrDefault(MediaKind.PDF, 0),
                                    counts.getOrDefault(MediaKind.ZIP, 0)));
        }
        return counts.keySet().iterator().next();
    }
}
