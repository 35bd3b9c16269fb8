package io.limn.data.dataset.remote;

import io.limn.data.dataset.content.MediaFile;
import io.limn.data.dataset.content.RelatedFile;
import io.limn.data.decoder.Command;
import io.limn.data.decoder.Decoder;
import io.limn.data.decoder.Urgency;
import io.limn.data.media.SeekableSource;
import io.limn.data.media.SourceIndex;
import io.limn.data.media.UnreadableMediaException;
import io.limn.data.media.video.FrameSize;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The media of the frames of one task: looked up and decoded some frames at a time, in frame order. */
final class TaskMedia {
    private static final int LOOK_AHEAD = 500;
    private static final int DECODE_AHEAD = 8;

    private final SourceIndex index;
    private final Decoder decoder;
    private final Facts.Task task;
    private final SourceIndex.Media media;
    private Map<Integer, SourceIndex.Picture> pictures = Map.of();
    private Map<Integer, byte[]> decoded = Map.of();

    TaskMedia(SourceIndex index, Decoder decoder, Facts.Task task) throws IOException {
        this.index = index;
        this.decoder = decoder;
        this.task = task;
        media = index.find(task.dataId())
                .orElseThrow(() -> new IOException("The media of task " + task.id() + " are gone"));
    }

    boolean isVideo() {
        return media.kind() == SourceIndex.Kind.VIDEO;
    }

    boolean isPointClouds() {
        return media.kind() == SourceIndex.Kind.POINT_CLOUDS;
    }

    int videoWidth() {
        return media.video().width();
    }

    int videoHeight() {
        return media.video().height();
    }

    /** The picture of a frame; those of the following frames are looked up with it. */
    SourceIndex.Picture picture(int frame) throws IOException {
        int position = task.position(frame);
        if (!pictures.containsKey(position)) {
            var wanted = new ArrayList<Integer>();
            for (int next = frame; next < Math.min(task.size(), frame + LOOK_AHEAD); next++) {
                wanted.add(task.position(next));
            }
            pictures = index.pictures(task.dataId(), wanted);
        }
        var picture = pictures.get(position);
        if (picture == null) {
            throw new IOException("The media of task " + task.id() + " are gone");
        }
        return picture;
    }

    /** The bytes of a frame: as uploaded, or of a video as a PNG. */
    MediaFile file(int frame) throws IOException {
        return isVideo()
                ? MediaFile.of(png(frame))
                : new Opened(() -> index.openPicture(task.dataId(), task.position(frame)));
    }

    /** The pictures around a frame. */
    List<RelatedFile> related(SourceIndex.Picture picture, boolean withBytes) {
        var files = new ArrayList<RelatedFile>();
        for (int number = 0; number < picture.related().size(); number++) {
            int place = number;
            var bytes =
                    withBytes ? new Opened(() -> index.openRelated(task.dataId(), picture.position(), place)) : null;
            files.add(new RelatedFile(picture.related().get(number), bytes));
        }
        return files;
    }

    private byte[] png(int frame) throws IOException {
        int position = task.position(frame);
        if (!decoded.containsKey(position)) {
            var wanted = new ArrayList<Integer>();
            for (int next = frame; next < Math.min(task.size(), frame + DECODE_AHEAD); next++) {
                wanted.add(task.position(next));
            }
            decoded = decode(wanted);
        }
        return decoded.get(position);
    }

    private Map<Integer, byte[]> decode(List<Integer> positions) throws IOException {
        var video = media.video();
        var size = new FrameSize(video.width(), video.height());
        var command = Command.frames(Command.Action.PNGS, media.videoName(), video, positions, size, 0);
        var pictures = new ArrayList<byte[]>();
        try (var source = index.openVideo(task.dataId())) {
            decoder.run(
                    command,
                    source,
                    () -> {
                        pictures.clear();
                        return (bytes, length) -> pictures.add(bytes.readNBytes(Math.toIntExact(length)));
                    },
                    Urgency.BATCH);
        } catch (UnreadableMediaException unreadable) {
            throw new IOException("Frames of the video of task " + task.id() + " cannot be decoded", unreadable);
        }
        if (pictures.size() != positions.size()) {
            throw new IOException("The decoder left out frames of task " + task.id());
        }
        var byPosition = new HashMap<Integer, byte[]>();
        for (int i = 0; i < pictures.size(); i++) {
            byPosition.put(positions.get(i), pictures.get(i));
        }
        return byPosition;
    }

    private interface Opening {
        SeekableSource open() throws IOException;
    }

    /** A file of the source index; each stream opens it anew. */
    private record Opened(Opening opening) implements MediaFile {
        @Override
        public long length() throws IOException {
            try (var source = opening.open()) {
                return source.length();
            }
        }

        @Override
        public InputStream open() throws IOException {
            return new SourceInput(opening.open());
        }
    }

    private static final class SourceInput extends InputStream {
        private final SeekableSource source;
        private long position;

        SourceInput(SeekableSource source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int count = source.read(position, into, at, length);
            position += Math.max(0, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
