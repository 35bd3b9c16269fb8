package io.limn.data.frame;

import io.limn.data.decoder.Command.Action;
import io.limn.data.media.BytesSource;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** One frame alone, in the form in which a chunk would hold it. */
@ApplicationScoped
class SingleFrames {
    private static final int BEST = 100;

    private final KnownMedia media;
    private final PictureBytes pictures;
    private final VideoBytes videos;

    SingleFrames(KnownMedia media, PictureBytes pictures, VideoBytes videos) {
        this.media = media;
        this.pictures = pictures;
        this.videos = videos;
    }

    /**
     * Bytes with their type.
     *
     * @param bytes to be closed by the taker
     * @param mediaType what they are
     */
    record Frame(SeekableSource bytes, String mediaType) {}

    /** A frame of a plan, by its relative number. */
    Frame get(FramePlan plan, int number, boolean original) throws IOException, UnreadableMediaException {
        int position = plan.source(number);
        if (plan.isVideo()) {
            return ofVideo(plan, position, original);
        }
        if (plan.isPointClouds()) {
            return new Frame(pictures.cloud(plan.dataId(), position), FileKinds.mediaType("frame.pcd"));
        }
        String name = pictures.name(plan.dataId(), position);
        if (original && !plan.isSelection()) {
            return new Frame(pictures.original(plan.dataId(), position, name), FileKinds.mediaType(name));
        }
        int quality = original ? BEST : plan.imageQuality();
        return jpeg(pictures.compressed(plan.dataId(), position, name, quality));
    }

    /** Videos whose chunks are videos give PNGs, those whose chunks are archives give the archives' JPEGs. */
    private Frame ofVideo(FramePlan plan, int position, boolean original) throws IOException, UnreadableMediaException {
        String chunks = original ? plan.originalChunkType() : plan.compressedChunkType();
        var known = media.get(plan.dataId());
        if ("imageset".equals(chunks)) {
            return jpeg(videos.frame(known, position, Action.JPEGS, true, plan.imageQuality()));
        }
        byte[] png = videos.frame(known, position, Action.PNGS, original, 0);
        return new Frame(new BytesSource(png), "image/png");
    }

    private static Frame jpeg(byte[] bytes) {
        return new Frame(new BytesSource(bytes), "image/jpeg");
    }
}
