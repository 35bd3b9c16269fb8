package io.limn.data.dataset.intake;

import io.limn.data.dataset.content.AttributeSpec;
import io.limn.data.dataset.content.Label;
import io.limn.data.dataset.content.Value;
import io.limn.data.dataset.format.DatasetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Turns the attributes of a dataset into those of a label; names that the label does not have are passed over. */
final class ValueConversion {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}\\.\\d{1,15}");

    private ValueConversion() {}

    static List<Value> of(Label label, Map<String, Object> attributes, Predicate<AttributeSpec> wanted) {
        if (attributes.isEmpty() || label.attributes().isEmpty()) {
            return List.of();
        }
        var values = new ArrayList<Value>();
        for (var spec : label.attributes()) {
            var value = attributes.get(spec.name());
            if (value != null && wanted.test(spec)) {
                values.add(new Value(spec, text(spec, value)));
            }
        }
        return values;
    }

    private static String text(AttributeSpec spec, Object value) {
        if (spec.isCheckbox()) {
            var flag = value.toString().toLowerCase(Locale.ROOT);
            if (!flag.equals("true") && !flag.equals("false")) {
                throw DatasetException.value("Failed to convert attribute '" + spec.name() + "'='" + value
                        + "': the value must be 'true' or 'false'");
            }
            return flag;
        }
        if (spec.isNumber()
                && value instanceof String text
                && NUMBER.matcher(text).matches()) {
            return text(Double.valueOf(text));
        }
        return text(value);
    }

    /** Whole numbers are written without a fraction. */
    static String text(Object value) {
        return switch (value) {
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> Long.toString(number.longValue());
            case Boolean flag -> flag.toString();
            default -> value.toString();
        };
    }
}
