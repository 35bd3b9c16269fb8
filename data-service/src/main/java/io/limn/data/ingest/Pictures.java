package io.limn.data.ingest;

import io.limn.common.work.Lease;
import io.limn.common.work.PermanentFailure;
import io.limn.data.media.MediaKind;
import io.limn.data.media.MediaProbe;
import io.limn.data.media.UnreadableMediaException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at the headers of pictures and point clouds, several at a time. */
@ApplicationScoped
public class Pictures {
    private static final int AT_A_TIME = 32;

    private final MediaProbe probe;
    private final Sources sources;
    private final PointClouds clouds;

    Pictures(MediaProbe probe, Sources sources, PointClouds clouds) {
        this.probe = probe;
        this.sources = sources;
        this.clouds = clouds;
    }

    /**
     * Turns files into frames, in the same order.
     *
     * @param related context pictures by the names of files
     * @param folder  where blobs go that have to be made
     * @throws PermanentFailure when one of them cannot be read
     */
    List<Frame> look(List<SourceFile> files, Map<String, List<SourceFile>> related, String folder, Lease lease)
            throws IOException, InterruptedException {
        var frames = new ArrayList<Frame>(files.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int from = 0; from < files.size(); from += AT_A_TIME) {
                lease.check();
                var batch = new ArrayList<Future<Frame>>();
                for (int i = from; i < Math.min(files.size(), from + AT_A_TIME); i++) {
                    var file = files.get(i);
                    var key = folder + "converted/" + i;
                    var context = related.getOrDefault(file.name(), List.of());
                    batch.add(threads.submit(() -> look(file, context, key)));
                }
                for (var frame : batch) {
                    frames.add(result(frame));
                }
            }
        }
        return frames;
    }

    private static Frame result(Future<Frame> frame) throws IOException, InterruptedException {
        try {
            return frame.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException fault -> throw fault;
                case UnreadableMediaException unreadable ->
                    throw new PermanentFailure(unreadable.getMessage(), unreadable);
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }

    private Frame look(SourceFile file, List<SourceFile> related, String key)
            throws IOException, UnreadableMediaException {
        if (MediaKind.isPointCloud(file.name())
                && (file.size() == null || !file.name().endsWith(".pcd"))) {
            var cloud = clouds.read(file, key);
            return new Frame(cloud.file(), cloud.width(), cloud.height(), related);
        }
        if (file.size() != null) {
            return new Frame(file, file.size().width(), file.size().height(), related);
        }
        try (var source = sources.openHeader(file.parts())) {
            var facts = probe.image(source, file.name());
            return new Frame(file, facts.width(), facts.height(), related);
        }
    }

    /**
     * Decodes the first frame of a task whole, so that one that cannot be shown is found now.
     *
     * @throws PermanentFailure when it cannot be decoded
     */
    void requireDecodable(Frame frame) throws IOException {
        if (MediaKind.isPointCloud(frame.name())) {
            return;
        }
        try (var source = sources.open(frame.file().parts())) {
            probe.decodable(source, frame.name());
        } catch (UnreadableMediaException unreadable) {
            throw new PermanentFailure(unreadable.getMessage(), unreadable);
        }
    }
}
