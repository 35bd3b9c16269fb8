package io.limn.standalone.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to upload.
 *
 * @param name its name on the server, with folders separated by slashes
 */
public record Attachment(String name, byte[] content) {
    public static Attachment of(Path file) {
        try {
            return new Attachment(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
