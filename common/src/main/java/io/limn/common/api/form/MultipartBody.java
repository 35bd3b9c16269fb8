package io.limn.common.api.form;

import io.limn.common.api.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;

/** Reads a form while it arrives; nothing is kept of it but the text fields that its reader keeps. */
public final class MultipartBody {
    private static final int BUFFER = 64 << 10;
    private static final int LONGEST_HEADERS = 16 << 10;
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

    /** Takes the parts of a form in the order in which they come. */
    public interface Reader {
        /** A text field; the stream is the value. */
        void field(String name, InputStream value) throws IOException;

        /**
         * A file; what is left unread of it is passed over.
         *
         * @param field name of the field
         * @param name  name of the file as sent
         * @param type  its media type as sent, without parameters, {@code null} when there is none
         */
        void file(String field, String name, String type, InputStream bytes) throws IOException;
    }

    private MultipartBody() {}

    /** Whether a content type is that of a form with parts. */
    public static boolean isMultipart(String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /**
     * Reads a body to its end; an empty one is an empty form.
     *
     * @throws ApiException 400 when it is no form
     * @throws IOException  when the connection breaks
     */
    public static void read(InputStream body, String contentType, Reader reader) throws IOException {
        var input = MultipartInput.builder()
                .setInputStream(body)
                .setBufferSize(BUFFER)
                .setPartHeaderSizeMax(LONGEST_HEADERS)
                .setBoundary(boundary(contentType))
                .get();
        input.setHeaderCharset(StandardCharsets.UTF_8);
        try {
            boolean more = input.skipPreamble();
            while (more) {
                readPart(PartHeaders.parse(input.readHeaders()), input, reader);
                more = input.readBoundary();
            }
        } catch (MultipartInput.MalformedStreamException | FileUploadSizeException malformed) {
            throw malformed(malformed.getMessage());
        }
    }

    private static void readPart(PartHeaders headers, MultipartInput input, Reader reader) throws IOException {
        // Closing the stream passes over the rest of the part.
        try (var bytes = input.newInputStream()) {
            if (headers.name() == null) {
                return;
            }
            if (headers.filename() == null) {
                reader.field(headers.name(), bytes);
            } else {
                reader.file(headers.name(), headers.filename(), headers.type(), bytes);
            }
        }
    }

    private static byte[] boundary(String contentType) {
        var match = BOUNDARY.matcher(contentType);
        if (!match.find()) {
            throw malformed("Invalid boundary in multipart: None");
        }
        var boundary = match.group(1) != null ? match.group(1) : match.group(2);
        if (boundary.length() > 200) {
            throw malformed("Invalid boundary in multipart: " + boundary.substring(0, 200));
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ApiException malformed(String reason) {
        return ApiException.detail(400, "Multipart form parse error - " + reason);
    }
}
