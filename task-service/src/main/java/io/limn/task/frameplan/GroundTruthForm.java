package io.limn.task.frameplan;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.task.job.JobChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a request for a ground truth job asks for.
 *
 * @param choice how its frames are chosen
 * @param stage  {@code null} for the first
 * @param state  {@code null} for the first
 */
record GroundTruthForm(ValidationChoice choice, String stage, String state) {
    private static final String TYPE = "ground_truth";
    private static final long MOST = Integer.MAX_VALUE;

    /**
     * Reads a body.
     *
     * @throws ApiException 400
     */
    static GroundTruthForm read(Input body) {
        var type = body.choice("type", Set.of("annotation", TYPE, "consensus_replica"))
                .required()
                .value();
        var stage = body.choice("stage", JobChange.STAGES).value();
        var state = body.choice("state", JobChange.STATES).value();
        var choice = choice(body);
        if (body.errors().isEmpty()) {
            together(body, choice);
        }
        body.check();
        if (!TYPE.equals(type)) {
            throw ApiException.rule("Unexpected job type '" + type + "'");
        }
        return new GroundTruthForm(choice, stage, state);
    }

    private static ValidationChoice choice(Input body) {
        return new ValidationChoice(
                ValidationChoice.GROUND_TRUTH,
                body.choice("frame_selection_method", Set.of("random_uniform", "random_per_job", "manual"))
                        .value(),
                Frames.list(body, "frames")
                        .demand(frames -> !frames.isEmpty(), "This list may not be empty.")
                        .value(),
                count(body, "frame_count"),
                share(body, "frame_share"),
                count(body, "frames_per_job_count"),
                share(body, "frames_per_job_share"),
                body.integer("random_seed").range(0, MOST).value(),
                null);
    }

    private static Integer count(Input body, String name) {
        var count = body.integer(name).range(1, MOST).value();
        return count == null ? null : count.intValue();
    }

    private static Double share(Input body, String name) {
        return body.number(name)
                .demand(share -> share >= 0 && share <= 1, "Value must be in the range [0; 1]")
                .value();
    }

    private static void together(Input body, ValidationChoice choice) {
        if (choice.frameSelectionMethod() == null) {
            throw ApiException.body("The \"frame_selection_method\" field is required");
        }
        if (choice.isPerJob()) {
            requireOne(body, "frames_per_job_count", "frames_per_job_share");
        } else if (!choice.isManual()) {
            requireOne(body, "frame_count", "frame_share");
        }
        if (choice.isManual() && choice.frames() == null) {
            throw ApiException.body("The \"frames\" field is required");
        }
        if (!choice.isManual() && choice.frames() != null) {
            throw ApiException.body("\"frames\" can only be used when \"frame_selection_method\" is \"manual\"");
        }
    }

    private static void requireOne(Input body, String one, String other) {
        if (!body.has(one) && !body.has(other)) {
            throw ApiException.body("One of the fields \"" + one + "\", \"" + other + "\" required");
        }
        if (body.has(one) && body.has(other)) {
            throw ApiException.body("Only 1 of the fields \"" + one + "\", \"" + other + "\" can be used");
        }
    }

    /**
     * Checks the choice against the frames of the task.
     *
     * @throws ApiException 400 when it asks for frames that do not exist, or for more than there are
     */
    void check(int size) {
        if (choice.isManual()) {
            checkFrames(choice.frames(), size);
        } else if (!choice.isPerJob() && choice.count(size) > size) {
            throw ApiException.rule("The number of frames requested (" + choice.count(size)
                    + ") must not be greater than the number of the task frames (" + size + ")");
        }
    }

    private static void checkFrames(List<Integer> frames, int size) {
        if (new HashSet<>(frames).size() < frames.size()) {
            throw ApiException.rule("Frames must not repeat");
        }
        var unknown = frames.stream().filter(frame -> frame >= size).toList();
        if (!unknown.isEmpty()) {
            throw ApiException.rule("The following frames do not exist in the task: " + Frames.tell(unknown));
        }
    }
}
