package io.limn.data.dataset.archive;

/** Makes names that users gave into parts of paths. */
public final class ArchiveNames {
    private ArchiveNames() {}

    /** A name as one part of a path: it opens no folder and leads nowhere else. */
    public static String part(String name) {
        var part = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            part.append(letter == '/' || letter == '\\' || letter < ' ' ? '_' : letter);
        }
        var text = part.toString();
        return text.isEmpty() || text.equals(".") || text.equals("..") ? "_" : text;
    }
}
