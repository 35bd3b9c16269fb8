package io.limn.data.cloudstorage;

import io.limn.common.api.ApiException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The making of a storage answers faults of the body as lines of plain text, and those of its form in two words. */
final class PlainRefusals {
    private PlainRefusals() {}

    /** Runs something whose refusals are worded so. */
    static <T> T of(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ApiException refused) {
            if (refused.status() == 415) {
                throw framework(refused, "unsupported_media_type");
            }
            throw refused.status() == 400 ? plain(refused) : refused;
        }
    }

    private static ApiException plain(ApiException refused) {
        if (!(refused.body() instanceof Map<?, ?> faults)) {
            return refused;
        }
        if (faults.containsKey("detail")) {
            return framework(refused, "parse_error");
        }
        var lines = new StringBuilder();
        faults.forEach((member, messages) ->
                lines.append(member).append(": ").append(first(messages)).append('\n'));
        return ApiException.text(400, lines.toString());
    }

    private static ApiException framework(ApiException refused, String code) {
        var detail = refused.body() instanceof Map<?, ?> body ? String.valueOf(body.get("detail")) : "";
        return ApiException.of(refused.status(), Map.of("message", detail, "code", code));
    }

    private static Object first(Object messages) {
        return switch (messages) {
            case List<?> list when !list.isEmpty() -> first(list.getFirst());
            case Map<?, ?> below
            when !below.isEmpty() -> first(below.values().iterator().next());
            default -> messages;
        };
    }
}
