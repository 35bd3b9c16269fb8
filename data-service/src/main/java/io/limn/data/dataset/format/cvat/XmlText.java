package io.limn.data.dataset.format.cvat;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes XML, indented by two blanks, as a stream. */
final class XmlText implements Closeable {
    private static final int FULL = 1 << 15;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(FULL + 4096);
    private int depth;
    private boolean inTag;
    private boolean empty;

    XmlText(OutputStream out) {
        this.out = out;
        text.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    }

    /** Begins an element; its attributes follow. */
    XmlText open(String name) throws IOException {
        endTag();
        flushIfFull();
        line();
        text.append('<').append(name);
        inTag = true;
        empty = true;
        depth++;
        return this;
    }

    /** An attribute of the element that was opened last. */
    XmlText attribute(String name, String value) {
        text.append(' ').append(name).append("=\"");
        escape(value, true);
        text.append('"');
        return this;
    }

    /** A whole number as an attribute. */
    XmlText attribute(String name, long value) {
        text.append(' ').append(name).append("=\"").append(value).append('"');
        return this;
    }

    /** A number with two decimals as an attribute. */
    XmlText decimal(String name, double value) {
        text.append(' ').append(name).append("=\"");
        io.limn.data.dataset.convert.Decimals.append(text, value);
        text.append('"');
        return this;
    }

    /** Ends an element. */
    void close(String name) throws IOException {
        depth--;
        boolean childless = empty;
        endTag();
        if (!childless) {
            line();
        }
        text.append("</").append(name).append('>');
        empty = false;
        flushIfFull();
    }

    /** An element of a text alone. */
    void leaf(String name, String content) throws IOException {
        open(name);
        depth--;
        endTag();
        escape(content, false);
        text.append("</").append(name).append('>');
        empty = false;
    }

    /** Ends an element that has a text and attributes. */
    void closeText(String name, String content) throws IOException {
        depth--;
        endTag();
        escape(content, false);
        text.append("</").append(name).append('>');
        empty = false;
        flushIfFull();
    }

    private void endTag() {
        if (inTag) {
            text.append('>');
            inTag = false;
        }
    }

    private void line() {
        text.append('\n');
        for (int i = 0; i < depth; i++) {
            text.append("  ");
        }
        empty = false;
    }

    private void escape(String value, boolean quoted) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append(quoted ? "&quot;" : "\"");
                case '\n' -> text.append(quoted ? "&#10;" : "\n");
                case '\r' -> text.append("&#13;");
                case '\t' -> text.append(quoted ? "&#9;" : "\t");
                default -> text.append(letter < ' ' || letter >= '\ufffe' ? '\ufffd' : letter);
            }
        }
    }

    private void flushIfFull() throws IOException {
        if (text.length() >= FULL) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    @Override
    public void close() throws IOException {
        text.append('\n');
        flush();
        out.close();
    }
}
