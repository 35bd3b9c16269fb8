package io.limn.task.frameplan;

import com.fasterxml.jackson.databind.JsonNode;
import io.limn.common.api.Input;
import java.math.BigDecimal;

/** Reads frame numbers as the API coerces integers. */
final class Frames {
    private static final int LONGEST = 20;

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
}
