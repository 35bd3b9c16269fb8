package io.limn.data.share;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A file or folder of the share.
 *
 * @param name     its name within its folder
 * @param type     {@code REG} for a file, {@code DIR} for a folder
 * @param mimeType {@code DIR}, or the kind of medium that the name tells
 */
public record ShareEntry(
        String name, String type, @JsonProperty("mime_type") String mimeType) {}
