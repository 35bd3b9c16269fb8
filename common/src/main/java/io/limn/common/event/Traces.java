package io.limn.common.event;

import io.opentelemetry.api.trace.Span;

/** The trace context of the thread, as W3C writes it. */
final class Traces {
    private Traces() {}

    /** {@code null} when nothing is traced. */
    static String current() {
        var context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                context.getTraceId(),
                                context.getSpanId(),
                                context.getTraceFlags().asHex())
                : null;
    }
}
