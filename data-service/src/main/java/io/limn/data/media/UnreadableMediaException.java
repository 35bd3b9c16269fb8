package io.limn.data.media;

/** A picture or a video that cannot be decoded; the message is what the API shows, the file's name included. */
public class UnreadableMediaException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableMediaException(String message) {
        super(message);
    }

    public UnreadableMediaException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A picture that no decoder recognises. */
    public static UnreadableMediaException image(String name) {
        return new UnreadableMediaException("failed to parse image file '" + name + "'");
    }

    /** A file that is no video, or whose video stream cannot be read. */
    public static UnreadableMediaException video(String name) {
        return new UnreadableMediaException("Invalid data found when processing input: '" + name + "'");
    }
}
