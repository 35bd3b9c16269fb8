package io.limn.data.dataset.format.ultralytics;

import io.limn.data.dataset.archive.ImportArchive;
import io.limn.data.dataset.format.DatasetException;
import io.limn.data.dataset.text.TextLines;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** Finds the pictures of a part of a dataset, and the text beside each. */
final class Pictures {
    private static final Set<String> ENDINGS = Set.of(
            "jpg", "jpeg", "jpe", "png", "bmp", "gif", "webp", "tif", "tiff", "dng", "mpo", "pfm", "heic", "jp2",
            "ppm");
    private static final String TEXT = ".txt";

    private final ImportArchive archive;
    private final String file;
    private final String split;
    private final Visitor visitor;

    /** @param file what is to be named when something is missing */
    Pictures(ImportArchive archive, String file, String split, Visitor visitor) {
        this.archive = archive;
        this.file = file;
        this.split = split;
        this.visitor = visitor;
    }

    /** Is shown one picture after the other. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Takes a picture.
         *
         * @param id    its path without extension
         * @param media its file in the archive, {@code null} when there is none
         * @param text  the file of its shapes, {@code null} when there is none
         */
        void visit(String id, String media, String text) throws IOException;
    }

    /** Goes through what a path means: a list, a folder or a picture. */
    void find(String path) throws IOException {
        var plain = plain(path);
        if (plain.endsWith(TEXT)) {
            var list = archive.has(plain) ? plain : path;
            if (!archive.has(list)) {
                throw DatasetException.malformed(file, split, "there is no file '" + path + "'");
            }
            TextLines.read(archive, list, (number, line) -> picture(line));
        } else if (isPicture(plain)) {
            picture(path);
        } else {
            folder(plain.isEmpty() || plain.endsWith("/") ? plain : plain + "/", path);
        }
    }

    private void folder(String folder, String path) throws IOException {
        var texts = texts(folder);
        boolean found = false;
        for (var name : archive.names()) {
            boolean picture = name.startsWith(folder) && isPicture(name);
            boolean text = name.startsWith(texts) && name.endsWith(TEXT) && !hasPicture(folder, texts, name);
            if (picture || text) {
                var stem = stem(picture ? name : folder + name.substring(texts.length()));
                visitor.visit(id(stem), picture ? name : null, text(stem));
                found = true;
            }
        }
        if (!found) {
            throw DatasetException.malformed(file, split, "there is nothing at '" + path + "'");
        }
    }

    private boolean hasPicture(String folder, String texts, String text) {
        var stem = stem(folder + text.substring(texts.length()));
        return ENDINGS.stream()
                .anyMatch(ending ->
                        archive.has(stem + "." + ending) || archive.has(stem + "." + ending.toUpperCase(Locale.ROOT)));
    }

    private void picture(String path) throws IOException {
        var plain = plain(path);
        var media = archive.has(plain) ? plain : archive.has(path) ? path : null;
        var stem = stem(plain);
        var text = text(stem);
        visitor.visit(id(stem), media, text == null ? text(stem(path)) : text);
    }

    private String text(String stem) {
        var text = texts(stem) + TEXT;
        return archive.has(text) ? text : null;
    }

    /** The same place among the texts: below {@code labels} instead of the last {@code images}. */
    private static String texts(String path) {
        var whole = "/" + path;
        int at = whole.lastIndexOf("/images/");
        return at < 0
                ? path
                : (whole.substring(0, at) + "/labels/" + whole.substring(at + "/images/".length())).substring(1);
    }

    private String id(String stem) {
        for (var folder : new String[] {"images/" + split + "/", split + "/images/"}) {
            if (stem.startsWith(folder)) {
                return stem.substring(folder.length());
            }
        }
        var whole = "/" + stem;
        int at = whole.indexOf("/images/");
        return at < 0 ? stem : whole.substring(at + "/images/".length());
    }

    /** Paths begin at the folder that the tool is run in, or at the folder of the file that has them. */
    private static String plain(String path) {
        var plain = path.replace('\\', '/');
        while (plain.startsWith("/") || plain.startsWith("./") || plain.startsWith("../")) {
            plain = plain.substring(plain.indexOf('/') + 1);
        }
        plain = plain.equals(".") ? "" : plain;
        return plain.startsWith("data/") ? plain.substring("data/".length()) : plain;
    }

    private static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }

    private static boolean isPicture(String name) {
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
