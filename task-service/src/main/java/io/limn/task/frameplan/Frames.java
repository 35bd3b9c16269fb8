package io.limn.task.frameplan;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.Input;
import io.limn.common.api.Member;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Reads frame numbers as the API coerces integers. */
final class Frames {
    private static final int LONGEST = 20;
    private static final int TOLD = 10;

    private Frames() {}

    /**
     * The number.
     *
     * @throws Input.Refused when it is none
     */
    static int number(JsonNode value) throws Input.Refused {
        if (value.isNull()) {
            throw new Input.Refused("This field may not be null.");
        }
        var text = value.asText().strip();
        if ((value.isNumber() || value.isTextual()) && text.length() <= LONGEST) {
            try {
                return new BigDecimal(text).intValueExact();
            } catch (NumberFormatException | ArithmeticException noInteger) {
                throw new Input.Refused("A valid integer is required.");
            }
        }
        throw new Input.Refused("A valid integer is required.");
    }

    /** A list of frame numbers from 0 on. */
    static Member<List<Integer>> list(Input body, String name) {
        return body.values(name, value -> {
            int frame = number(value);
            if (frame < 0) {
                throw new Input.Refused("Ensure this value is greater than or equal to 0.");
            }
            return frame;
        });
    }

    /** The first few of some frames, and how many there are besides. */
    static String tell(Collection<Integer> frames) {
        var told = frames.stream().limit(TOLD).map(String::valueOf).collect(Collectors.joining(", "));
        return frames.size() > TOLD ? told + " (and " + (frames.size() - TOLD) + " more)" : told;
    }
}
