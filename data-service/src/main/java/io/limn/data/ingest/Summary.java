package io.limn.data.ingest;

import io.limn.common.work.PermanentFailure;
import io.limn.data.upload.TaskData;
import java.util.List;
import java.util.stream.IntStream;

/** Computes what follows from the media and the request: frame range, chunk types and sizes. */
final class Summary {
    private Summary() {}

    /**
     * The event that tells of processed data.
     *
     * @throws PermanentFailure when no frame is left, or the media do not fit the project
     */
    static DataProcessed of(TaskData.Order order, Media media) {
        var request = order.request();
        var project = order.task().dimensionOfProject();
        if (project != null && !project.isEmpty() && !project.equals(media.dimension())) {
            throw new PermanentFailure("Dimension (" + media.dimension()
                    + ") of the task must be the same as other tasks in project (" + project + ")");
        }
        var range = FrameRange.of(request.startFrame(), request.stopFrame(), request.step(), media.count());
        return new DataProcessed(
                order.task().taskId(),
                order.task().dataId(),
                order.number(),
                order.user(),
                media.isVideo() ? "interpolation" : "annotation",
                media.dimension(),
                media.count(),
                range.start(),
                range.stop(),
                request.frameFilter(),
                range.step(),
                range.size(),
                chunkSize(order, media, range),
                request.imageQuality(),
                media.isVideo() && !request.useZipChunks() ? "video" : "imageset",
                media.isVideo() ? "video" : "imageset",
                media.isStored() ? "local" : request.storage(),
                request.cloudStorageId(),
                "cache",
                request.sortingMethod(),
                request.jobFileMapping() == null
                        ? null
                        : request.jobFileMapping().stream().map(List::size).toList(),
                null,
                request.validationParams() == null
                        ? null
                        : ValidationChoice.of(request.validationParams(), names(media, range)));
    }

    private static int chunkSize(TaskData.Order order, Media media, FrameRange range) {
        var asked = order.request().chunkSize();
        if (asked != null) {
            return asked;
        }
        if (!media.isVideo()) {
            var first = media.frames().get(range.start());
            return ChunkSize.ofPictures(first.width(), first.height());
        }
        return order.request().useZipChunks()
                ? ChunkSize.ofPictures(media.index().width(), media.index().height())
                : ChunkSize.ofVideo();
    }

    private static List<String> names(Media media, FrameRange range) {
        if (media.isVideo()) {
            return List.of();
        }
        return IntStream.range(0, range.size())
                .mapToObj(i ->
                        media.frames().get(range.start() + i * range.step()).name())
                .toList();
    }
}
