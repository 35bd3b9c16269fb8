package io.limn.data.dataset.text;

/** Writes a small XML document without attributes, indented by two blanks. */
public final class SmallXml {
    private final StringBuilder text = new StringBuilder(1024);
    private int depth;

    /** Begins an element. */
    public SmallXml open(String name) {
        indent().append('<').append(name).append(">\n");
        depth++;
        return this;
    }

    /** Ends an element. */
    public SmallXml close(String name) {
        depth--;
        indent().append("</").append(name).append(">\n");
        return this;
    }

    /** An element of a text alone. */
    public SmallXml leaf(String name, String content) {
        indent().append('<').append(name).append('>');
        escape(content);
        text.append("</").append(name).append(">\n");
        return this;
    }

    private StringBuilder indent() {
        return text.repeat("  ", depth);
    }

    private void escape(String content) {
        for (int i = 0; i < content.length(); i++) {
            char letter = content.charAt(i);
            switch (letter) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '\r' -> text.append("&#13;");
                case '\n', '\t' -> text.append(letter);
                default -> text.append(letter < ' ' || letter >= '\ufffe' ? '\ufffd' : letter);
            }
        }
    }

    /** The document. */
    @Override
    public String toString() {
        return text.toString();
    }
}
