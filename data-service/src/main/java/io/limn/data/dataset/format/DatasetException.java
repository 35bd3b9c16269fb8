package io.limn.data.dataset.format;

/** A dataset that cannot be written or read as asked. What the user reads begins with a name that clients know. */
public class DatasetException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "cvat.apps.dataset_manager.bindings.";

    private final String type;

    /**
     * With a type in front of the text.
     *
     * @param type name of the type with its path; empty for none
     */
    public DatasetException(String type, String text) {
        super(text);
        this.type = type;
    }

    /** A dataset that does not fit what it is imported into. */
    public static DatasetException unfit(String text) {
        return new DatasetException(PREFIX + "CvatImportError", text);
    }

    /** Something that a format cannot express. */
    public static DatasetException inexpressible(String text) {
        return new DatasetException(PREFIX + "CvatExportError", text);
    }

    /** A value that makes no sense, in the words that the CVAT API has for it. */
    public static DatasetException value(String text) {
        return new DatasetException("ValueError", text);
    }

    /**
     * A malformed file.
     *
     * @param file  its name in the archive
     * @param place line, key or entry, may be empty
     */
    public static DatasetException malformed(String file, String place, String text) {
        return unfit(place.isEmpty() ? file + ": " + text : file + ", " + place + ": " + text);
    }

    /**
     * An archive in which a format finds nothing of its own.
     *
     * @param format  display name of the format
     * @param pattern the file it looks for; {@code null} when there is no telling
     */
    public static DatasetException notFound(String format, String pattern) {
        return new DatasetException(PREFIX + "CvatDatasetNotFoundError", FormatDocs.missing(format, pattern));
    }

    /** The whole message of a failed request. */
    public String message() {
        return (type.isEmpty() ? "" : type + ": ") + getMessage() + "\n";
    }
}
