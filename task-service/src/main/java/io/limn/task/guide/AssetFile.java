package io.limn.task.guide;

import io.limn.common.api.ApiException;
import java.util.Set;

/**
 * An uploaded file.
 *
 * @param name  its name, without folders
 * @param type  its media type as sent, {@code null} when there is none
 * @param bytes its first bytes, one more than an asset may have when it is larger
 */
record AssetFile(String name, String type, byte[] bytes) {
    static final int MOST_BYTES = 10 << 20;
    static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/webp", "image/gif", "application/pdf");
    private static final int LONGEST_NAME = 1024;

    /** With the last part of a name as sent. */
    static AssetFile of(String sent, String type, byte[] bytes) {
        var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return new AssetFile(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, type, bytes);
    }

    /**
     * The file as it is kept: pictures are written anew, so that nothing but a picture of a sensible size is in them.
     *
     * @throws ApiException 400 when it cannot be an asset
     */
    AssetFile checked() {
        if (bytes.length == 0) {
            throw ApiException.field("file", "The submitted file is empty.");
        }
        if (bytes.length > MOST_BYTES) {
            throw ApiException.field("file", "Maximum size of asset is 10 MB");
        }
        if (type == null || !TYPES.contains(type)) {
            throw ApiException.field(
                    "file",
                    "File is not supported as an asset. Supported are"
                            + " ('image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf')");
        }
        return switch (type) {
            case "image/jpeg" -> new AssetFile(name, type, Picture.fit(bytes, "jpeg"));
            case "image/png" -> new AssetFile(name, type, Picture.fit(bytes, "png"));
            default -> this;
        };
    }
}
