package io.limn.data.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans as task-service sends them. */
final class PlanBuilder {
    private final Map<String, Object> plan = new LinkedHashMap<>();

    private PlanBuilder(long data, int size) {
        plan.put("task_id", data);
        plan.put("job_id", null);
        plan.put("data_id", data);
        plan.put("plan_revision", 1);
        plan.put("mode", "annotation");
        plan.put("dimension", "2d");
        plan.put("size", size);
        plan.put("chunk_size", 2);
        plan.put("image_quality", 70);
        plan.put("start_frame", 0);
        plan.put("stop_frame", size - 1);
        plan.put("frame_filter", "");
        plan.put("step", 1);
        plan.put("compressed_chunk_type", "imageset");
        plan.put("original_chunk_type", "imageset");
        plan.put("storage", "local");
        plan.put("cloud_storage_id", null);
        plan.put("frames", null);
        plan.put("start", 0);
        plan.put("stop", size - 1);
        plan.put("included_frames", null);
        plan.put("deleted_frames", List.of());
        plan.put("chunks_updated_date", "2026-03-01T10:20:30.123456Z");
        segment(0, size - 1);
    }

    /** A task of pictures in one segment, two frames a chunk. */
    static PlanBuilder pictures(long data, int size) {
        return new PlanBuilder(data, size);
    }

    /** A task of a video, with videos as chunks. */
    static PlanBuilder video(long data, int size) {
        return new PlanBuilder(data, size)
                .with("mode", "interpolation")
                .with("compressed_chunk_type", "video")
                .with("original_chunk_type", "video")
                .with("chunk_size", 8);
    }

    PlanBuilder with(String name, Object value) {
        plan.put(name, value);
        return this;
    }

    /** The plan of a job over a range. */
    PlanBuilder job(long id, int start, int stop) {
        plan.put("job_id", id);
        plan.put("job_type", "annotation");
        plan.put("start", start);
        plan.put("stop", stop);
        return segment(start, stop);
    }

    /** The plan of a job that has only some frames. */
    PlanBuilder selection(long id, Integer... frames) {
        plan.put("job_id", id);
        plan.put("job_type", "ground_truth");
        plan.put("included_frames", List.of(frames));
        return this;
    }

    private PlanBuilder segment(int start, int stop) {
        Map<String, Object> segment = new LinkedHashMap<>();
        segment.put("id", 1);
        segment.put("start_frame", start);
        segment.put("stop_frame", stop);
        segment.put("type", "range");
        segment.put("frames", null);
        plan.put("segments", new ArrayList<>(List.of(segment)));
        return this;
    }

    Map<String, Object> build() {
        return plan;
    }
}
