package io.limn.data.upload;

import io.limn.common.api.Input;
import io.limn.common.api.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@link ValidationParameters}; rules between members are looked at when each of them is right. */
final class ValidationReader {
    private static final long MOST = Integer.MAX_VALUE;

    private final Input input;

    ValidationReader(Input input) {
        this.input = input;
    }

    ValidationParameters read() {
        var parameters = new ValidationParameters(
                input.choice("mode", Set.of("gt", "gt_pool")).required().value(),
                input.choice("frame_selection_method", Set.of("random_uniform", "random_per_job", "manual"))
                        .required()
                        .value(),
                input.values("frames", DataRequestReader::name).nullable().or(List.of()),
                count("frame_count"),
                share("frame_share"),
                count("frames_per_job_count"),
                share("frames_per_job_share"),
                input.integer("random_seed").nullable().range(0, MOST).value());
        if (input.errors().isEmpty()) {
            checkTogether(parameters);
        }
        return parameters;
    }

    private Integer count(String name) {
        Member<Long> member = input.integer(name).nullable().range(1, MOST);
        return member.value() == null ? null : member.value().intValue();
    }

    private Double share(String name) {
        return input.number(name)
                .nullable()
                .demand(share -> share >= 0 && share <= 1, "Value must be in the range [0; 1]")
                .value();
    }

    private void checkTogether(ValidationParameters parameters) {
        var method = parameters.frameSelectionMethod();
        boolean pool = parameters.mode().equals("gt_pool");
        if (pool && method.equals("random_per_job")) {
            refuse("The \"frame_selection_method\" field must be one of manual, random_uniform");
            return;
        }
        if (method.equals("random_uniform")) {
            requireOne("frame_count", "frame_share");
        }
        if (method.equals("random_per_job") || pool) {
            requireOne("frames_per_job_count", "frames_per_job_share");
        }
        if (method.equals("manual")) {
            if (!input.has("frames")) {
                refuse("The \"frames\" field is required");
            } else if (new HashSet<>(parameters.frames()).size()
                    < parameters.frames().size()) {
                refuse("Frames must not repeat");
            }
        } else if (!parameters.frames().isEmpty()) {
            refuse("\"frames\" can only be used when \"frame_selection_method\" is \"manual\"");
        }
    }

    private void requireOne(String one, String other) {
        boolean first = input.node().hasNonNull(one);
        boolean second = input.node().hasNonNull(other);
        if (!first && !second) {
            refuse("One of the fields \"" + one + "\", \"" + other + "\" required");
        } else if (first && second) {
            refuse("Only 1 of the fields \"" + one + "\", \"" + other + "\" can be used");
        }
    }

    private void refuse(String message) {
        if (input.errors().isEmpty()) {
            input.errors().add("non_field_errors", message);
        }
    }
}
