package io.limn.data.frame;

import io.limn.data.decoder.Command;
import io.limn.data.decoder.Command.Action;
import io.limn.data.decoder.Decoder;
import io.limn.data.decoder.PartSink;
import io.limn.data.decoder.Urgency;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.SourceIndex;
import io.limn.data.media.SourceIndex.Media;
import io.limn.data.media.UnreadableMediaException;
import io.limn.data.media.VideoIndex;
import io.limn.data.media.video.FrameSize;
import io.limn.data.media.video.Mp4Writer;
import io.limn.data.media.video.Quantizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Chunks and frames of videos. */
@ApplicationScoped
class VideoBytes {
    private static final int PREVIEW_QUALITY = 75;

    private final SourceIndex index;
    private final Decoder decoder;
    private final FrameConfig config;

    VideoBytes(SourceIndex index, Decoder decoder, FrameConfig config) {
        this.index = index;
        this.decoder = decoder;
        this.config = config;
    }

    /** The size in which frames are delivered. */
    static FrameSize size(Media media, boolean full) {
        VideoIndex video = media.video();
        FrameSize size = new FrameSize(video.width(), video.height());
        return full ? size : size.compressed();
    }

    /** Writes a video of some frames. */
    void video(Media media, Recipe recipe, Path file, Progress progress) throws IOException, UnreadableMediaException {
        FrameSize size = size(media, recipe.full());
        if (!size.even().encodable()) {
            throw new ResolutionException();
        }
        Command command = command(media, Action.SAMPLES, recipe.positions(), size, Quantizer.of(recipe.quality()));
        Attempt<Mp4Writer> attempt =
                new Attempt<>(file, path -> new Mp4Writer(path, size.even()), (writer, bytes, length) -> {
                    progress.made();
                    writer.sample(bytes.readNBytes(Math.toIntExact(length)));
                });
        run(media, command, attempt);
        try (Mp4Writer writer = attempt.result()) {
            if (writer.frames() != recipe.positions().size()) {
                throw new IOException("The encoder left out frames");
            }
            writer.finish();
        }
    }

    /** Writes an archive of some frames. */
    void pictures(Media media, Recipe recipe, Path file, Progress progress)
            throws IOException, UnreadableMediaException {
        List<Integer> wanted = recipe.positions().stream()
                .filter(position -> position != Grid.PLACEHOLDER)
                .toList();
        Command command = command(media, Action.JPEGS, wanted, size(media, true), recipe.quality());
        Attempt<SparseArchive> attempt = new Attempt<>(
                file,
                path -> new SparseArchive(new FrameArchive(path, config.largest()), recipe.positions()),
                (archive, bytes, length) -> {
                    progress.made();
                    archive.add(bytes, length);
                });
        run(media, command, attempt);
        attempt.result().close();
    }

    /** One frame. */
    byte[] frame(Media media, int position, Action action, boolean full, int quality)
            throws IOException, UnreadableMediaException {
        Command command = command(media, action, List.of(position), size(media, full), quality);
        try (SeekableSource source = index.openVideo(media.dataId())) {
            return decoder.part(command, source, Urgency.INTERACTIVE);
        }
    }

    /** A small JPEG of one frame. */
    byte[] preview(Media media, int position) throws IOException, UnreadableMediaException {
        return frame(media, position, Action.FRAME_PREVIEWS, true, PREVIEW_QUALITY);
    }

    private static Command command(Media media, Action action, List<Integer> frames, FrameSize size, int quality) {
        return Command.frames(action, media.videoName(), media.video(), frames, size, quality);
    }

    private void run(Media media, Command command, Attempt<?> attempt) throws IOException, UnreadableMediaException {
        try (SeekableSource source = index.openVideo(media.dataId())) {
            decoder.run(command, source, attempt::begin, Urgency.INTERACTIVE);
        } catch (IOException | UnreadableMediaException | RuntimeException failed) {
            attempt.abandon();
            throw failed;
        }
    }

    private interface Opener<T> {
        T open(Path file) throws IOException;
    }

    private interface Taker<T> {
        void take(T target, java.io.InputStream bytes, long length) throws IOException;
    }

    /** A target file that is begun anew when decoding has to start again. */
    private static final class Attempt<T extends java.io.Closeable> {
        private final Path file;
        private final Opener<T> opener;
        private final Taker<T> taker;
        private T target;

        Attempt(Path file, Opener<T> opener, Taker<T> taker) {
            this.file = file;
            this.opener = opener;
            this.taker = taker;
        }

        PartSink begin() {
            try {
                abandon();
                target = opener.open(file);
            } catch (IOException unusable) {
                throw new java.io.UncheckedIOException(unusable);
            }
            return (bytes, length) -> taker.take(target, bytes, length);
        }

        void abandon() throws IOException {
            if (target != null) {
                target.close();
                target = null;
            }
            Files.deleteIfExists(file);
        }

        T result() {
            return target;
        }
    }
}
