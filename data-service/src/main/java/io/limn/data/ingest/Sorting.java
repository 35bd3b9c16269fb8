package io.limn.data.ingest;

import io.limn.common.work.PermanentFailure;
import io.limn.data.media.FrameOrder;
import io.limn.data.upload.DataRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Puts frames in the order that a request asks for; their places are the absolute frame numbers. */
final class Sorting {
    private Sorting() {}

    /**
     * The frames in order.
     *
     * @param frames   in upload order
     * @param packed   whether they come out of a ZIP archive, whose own order means nothing
     * @param manifest list that was uploaded beside them
     * @throws PermanentFailure when the frames are not those that the request or the manifest names
     */
    static List<SourceFile> sort(
            List<SourceFile> frames, DataRequest request, boolean packed, Optional<Manifest> manifest) {
        if (request.jobFileMapping() != null) {
            return byName(
                    request.jobFileMapping().stream().flatMap(List::stream).toList(), frames);
        }
        var names = manifest.map(Manifest::names).filter(listed -> !listed.isEmpty());
        names.ifPresent(listed ->
                manifest.get().requireSame(frames.stream().map(SourceFile::name).toList()));
        if (request.sortingMethod().equals("predefined")) {
            if (names.isPresent()) {
                return byName(names.get(), frames);
            }
            if (packed) {
                throw new PermanentFailure(
                        "Can't find upload manifest file 'manifest.jsonl' in the uploaded files. When"
                                + " the 'predefined' sorting method is used, this file is required in the input files.");
            }
            return request.uploadFileOrder().isEmpty() ? frames : byName(present(request, frames), frames);
        }
        var sorted = sorted(frames, request.sortingMethod());
        if (names.isPresent()
                && !names.get().equals(sorted.stream().map(SourceFile::name).toList())) {
            throw new PermanentFailure("Incorrect file mapping to manifest content");
        }
        return sorted;
    }

    private static List<String> present(DataRequest request, List<SourceFile> frames) {
        var names = frames.stream().map(SourceFile::name).collect(java.util.stream.Collectors.toSet());
        return request.uploadFileOrder().stream().filter(names::contains).toList();
    }

    private static List<SourceFile> sorted(List<SourceFile> frames, String method) {
        var sorted = new ArrayList<>(frames);
        switch (method) {
            case "natural" -> sorted.sort(Comparator.comparing(SourceFile::name, FrameOrder.NATURAL));
            case "random" -> Collections.shuffle(sorted, ThreadLocalRandom.current());
            default -> sorted.sort(Comparator.comparing(SourceFile::name, FrameOrder.LEXICOGRAPHICAL));
        }
        return sorted;
    }

    private static List<SourceFile> byName(List<String> names, List<SourceFile> frames) {
        Map<String, SourceFile> known = new HashMap<>();
        frames.forEach(frame -> known.put(frame.name(), frame));
        var ordered = new ArrayList<SourceFile>();
        for (var name : names) {
            var frame = known.get(name);
            if (frame == null) {
                throw new PermanentFailure("Can't find file '" + name + "' in the input files");
            }
            ordered.add(frame);
        }
        return ordered;
    }
}
