package io.limn.data.decoder;

import io.limn.data.media.MediaLimits;
import io.limn.data.media.PartOutput;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.UnreadableMediaException;
import io.limn.data.media.image.Pictures;
import io.limn.data.media.video.Videos;
import java.io.IOException;

/** Performs commands with the native libraries. */
final class Studio {
    private static final int PREVIEW_SIDE = 256;
    private static final int CHECK_SIDE = 16;

    private final Pictures pictures;
    private final Videos videos;

    Studio(MediaLimits limits) {
        pictures = new Pictures(limits);
        videos = new Videos(limits);
    }

    /** Performs one command; the result is what its action promises, null for most. */
    Object perform(Command command, SeekableSource source, PartOutput output)
            throws IOException, UnreadableMediaException {
        String name = command.name();
        switch (command.action()) {
            case FACTS -> {
                return pictures.facts(source, name);
            }
            case DECODE -> pictures.preview(source, name, CHECK_SIDE, part -> {});
            case COMPRESS -> pictures.compressed(source, name, command.quality(), output);
            case UPRIGHT -> pictures.upright(source, name, output);
            case PREVIEW -> pictures.preview(source, name, PREVIEW_SIDE, output);
            case INDEX -> {
                return videos.index(source, name);
            }
            case SAMPLES ->
                videos.samples(
                        source, name, command.video(), command.frames(), command.size(), command.quality(), output);
            case JPEGS -> stills(command, source, Videos.Still.JPEG, output);
            case PNGS -> stills(command, source, Videos.Still.PNG, output);
            case FRAME_PREVIEWS -> stills(command, source, Videos.Still.PREVIEW, output);
        }
        return null;
    }

    private void stills(Command command, SeekableSource source, Videos.Still still, PartOutput output)
            throws IOException, UnreadableMediaException {
        videos.stills(
                source,
                command.name(),
                command.video(),
                command.frames(),
                command.size(),
                still,
                command.quality(),
                output);
    }
}
