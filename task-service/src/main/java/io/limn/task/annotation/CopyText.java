package io.limn.task.annotation;

/** Rows in the text format of PostgreSQL's {@code COPY}. */
final class CopyText {
    private final StringBuilder text = new StringBuilder(1 << 17);
    private boolean first = true;

    CopyText value(Object value) {
        if (!first) {
            text.append('\t');
        }
        first = false;
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String string) {
            escape(string);
        } else {
            text.append(value);
        }
        return this;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }

    void end() {
        text.append('\n');
        first = true;
    }

    int length() {
        return text.length();
    }

    /** The rows so far; begins anew. */
    String take() {
        var rows = text.toString();
        text.setLength(0);
        return rows;
    }
}
