package io.limn.task.frameplan;

import io.limn.common.api.ApiException;
import io.limn.common.api.Input;
import io.limn.common.api.Member;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to change of a validation layout.
 *
 * @param disabled   validation frames that are not to be used; {@code null} when nothing changes
 * @param method     how honeypots are chosen anew, {@code null} when they stay
 * @param realFrames the validation frame that each honeypot is to show, {@code null} unless chosen by hand
 */
record LayoutForm(List<Integer> disabled, String method, List<Integer> realFrames) {
    private static final String METHOD = "frame_selection_method";
    private static final String REAL_FRAMES = "honeypot_real_frames";
    private static final String MANUAL = "manual";

    /**
     * Reads a change of the layout of a task.
     *
     * @throws ApiException 400
     */
    static LayoutForm ofTask(Input body) {
        var form = new LayoutForm(
                Frames.list(body, "disabled_frames").value(),
                method(body).value(),
                Frames.list(body, REAL_FRAMES).value());
        return form.checked(body);
    }

    /**
     * Reads a change of the honeypots of a job.
     *
     * @throws ApiException 400
     */
    static LayoutForm ofJob(Input body) {
        var form = new LayoutForm(
                null,
                method(body).required().value(),
                Frames.list(body, REAL_FRAMES).value());
        if (form.realFrames != null && form.realFrames.isEmpty()) {
            body.errors().nest(REAL_FRAMES, Map.of("non_field_errors", List.of("This list may not be empty.")));
        }
        return form.checked(body);
    }

    private static Member<String> method(Input body) {
        return body.choice(METHOD, Set.of("random_uniform", "random_per_job", MANUAL));
    }

    private LayoutForm checked(Input body) {
        body.check();
        if (MANUAL.equals(method) && realFrames == null) {
            throw ApiException.body("The \"" + REAL_FRAMES + "\" field is required");
        }
        if (!MANUAL.equals(method) && realFrames != null) {
            throw ApiException.body(
                    "\"" + REAL_FRAMES + "\" can only be used when \"" + METHOD + "\" is \"" + MANUAL + "\"");
        }
        if ("random_per_job".equals(method)) {
            throw ApiException.rule("Unsupported frame selection method 'random_per_job'");
        }
        return this;
    }

    boolean isManual() {
        return MANUAL.equals(method);
    }
}
