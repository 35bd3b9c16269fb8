package io.limn.data.ingest;

import io.limn.common.blob.BlobStore;
import io.limn.common.work.PermanentFailure;
import io.limn.data.media.MediaKind;
import io.limn.data.share.OutsideShareException;
import io.limn.data.share.Share;
import io.limn.data.upload.DataRequest;
import io.limn.data.upload.PartCutter;
import io.limn.data.upload.StoredPart;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The files of the share that a request names; they stay where they are, or are copied. */
@ApplicationScoped
public class ShareSources {
    private final Share share;
    private final BlobStore store;

    ShareSources(Share share, BlobStore store) {
        this.share = share;
        this.store = store;
    }

    /**
     * Finds the files of a request, in its order; those of a folder come in its place, by path.
     *
     * @param folder where copies go; its intent has been noted
     * @throws PermanentFailure when a path is wrong or nothing is there
     */
    List<SourceFile> files(DataRequest request, String folder) throws IOException {
        var files = new ArrayList<SourceFile>();
        try {
            for (var path : paths(request)) {
                files.add(inPlace(path));
            }
        } catch (OutsideShareException outside) {
            throw new PermanentFailure(outside.getMessage(), outside);
        }
        return request.copyData() ? copies(files, folder) : files;
    }

    private LinkedHashSet<String> paths(DataRequest request) throws OutsideShareException {
        var named = request.serverFiles().stream().map(ShareSources::normalize).toList();
        var paths = new LinkedHashSet<String>();
        for (var path : named) {
            var found = share.find(path);
            if (found.isPresent() && Files.isDirectory(found.get())) {
                boolean partly = named.stream().anyMatch(other -> other.startsWith(path.isEmpty() ? "" : path + "/"));
                if (!partly) {
                    share.walk(path).stream().filter(ShareSources::isImage).forEach(paths::add);
                }
            } else if (MediaKind.of(path).isPresent() || Manifest.isManifest(path)) {
                paths.add(path);
            }
        }
        paths.removeIf(path -> isExcluded(path, request.serverFilesExclude()));
        return paths;
    }

    private static String normalize(String path) {
        var steps = new ArrayList<String>();
        for (var step : path.replace('\\', '/').split("/")) {
            if (step.equals("..")) {
                throw new PermanentFailure("Don't use '..' inside file paths");
            }
            if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private static boolean isImage(String path) {
        return MediaKind.of(path).filter(MediaKind.IMAGE::equals).isPresent();
    }

    /** Whether a path is named, or lies below a folder that is. */
    static boolean isExcluded(String path, List<String> excluded) {
        return excluded.stream()
                .map(entry -> entry.startsWith("/") ? entry.substring(1) : entry)
                .anyMatch(entry -> entry.endsWith("/") ? path.startsWith(entry) : path.equals(entry));
    }

    private SourceFile inPlace(String path) throws OutsideShareException, IOException {
        var file = share.find(path)
                .filter(Files::isRegularFile)
                .orElseThrow(() -> new PermanentFailure("No such file or directory: '" + path + "'"));
        return new SourceFile(path, List.of(new StoredPart(0, Files.size(file), Sources.ofShare(path))));
    }

    private List<SourceFile> copies(List<SourceFile> files, String folder) throws IOException {
        var copies = new ArrayList<SourceFile>();
        try (var cutter = new PartCutter(store, folder)) {
            for (var file : files) {
                try (var bytes = Channels.newInputStream(new SourceChannel(share.open(file.name())))) {
                    copies.add(new SourceFile(file.name(), cutter.cut(bytes)));
                } catch (FileNotFoundException gone) {
                    throw new PermanentFailure("No such file or directory: '" + file.name() + "'", gone);
                }
            }
        }
        return copies;
    }
}
