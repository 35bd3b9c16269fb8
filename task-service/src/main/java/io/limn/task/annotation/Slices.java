package io.limn.task.annotation;

import io.limn.common.api.ApiException;
import io.limn.common.geometry.Track;
import io.limn.common.geometry.TrackSlice;
import io.limn.common.geometry.UnsupportedTrackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Deals annotations of a task out to its jobs; what lies on no job's frames is dropped. */
final class Slices {
    private final TaskJobs jobs;

    Slices(TaskJobs jobs) {
        this.jobs = jobs;
    }

    /**
     * What each job gets, in the order of the jobs.
     *
     * @throws ApiException 400 when a track cannot be cut at an end of a job
     */
    List<LabeledData> deal(LabeledData data) {
        var parts = IntStream.range(0, jobs.size())
                .mapToObj(job -> new LabeledData(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()))
                .toList();
        data.all().forEach(annotation -> parts(annotation)
                .forEach((job, part) -> parts.get(job).of(part.kind()).add(part)));
        return parts;
    }

    /** The parts of one annotation, by the position of the job. */
    Map<Integer, Annotation> parts(Annotation annotation) {
        var parts = new TreeMap<Integer, Annotation>();
        var track = track(annotation);
        for (int i = 0; i < jobs.size(); i++) {
            int job = i;
            var range = jobs.range(job);
            part(annotation, track, range.start(), range.stop()).ifPresent(part -> parts.put(job, part));
        }
        return parts;
    }

    /** Whether an annotation shows on some frames, both included. */
    boolean shows(Annotation annotation, int start, int stop) {
        return start <= stop && part(annotation, track(annotation), start, stop).isPresent();
    }

    private static Track<Drawn> track(Annotation annotation) {
        return annotation.kind() == Kind.TRACK ? Shapes.track(annotation) : null;
    }

    private Optional<Annotation> part(Annotation annotation, Track<Drawn> track, int start, int stop) {
        if (track == null) {
            boolean within = annotation.frame() >= start && annotation.frame() <= stop;
            return within ? Optional.of(annotation) : Optional.empty();
        }
        if (track.shapes().isEmpty() || !TrackEnds.reaches(annotation, start)) {
            return Optional.empty();
        }
        try {
            return TrackSlice.of(track, start, stop, jobs.spatial()).map(cut -> Shapes.part(annotation, cut));
        } catch (UnsupportedTrackException unsupported) {
            throw ApiException.rule(unsupported.getMessage());
        }
    }
}
