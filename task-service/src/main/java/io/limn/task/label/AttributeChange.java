package io.limn.task.label;

import java.util.List;

/** What a request says of an attribute; {@code null} where it says nothing. */
record AttributeChange(
        Long id, String name, Boolean mutable, String inputType, String defaultValue, List<String> values) {}
