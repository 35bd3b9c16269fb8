package io.limn.common.api.form;

import io.limn.common.api.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a form while it arrives; nothing is kept of it but the text fields that its reader keeps. */
public final class MultipartBody {
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
        var input = new PartInput(body, boundary(contentType));
        try {
            for (boolean more = input.skipPreamble(); more; more = input.toNextPart()) {
                readPart(PartHeaders.parse(input.headers()), input.part(), reader);
            }
        } catch (PartInput.MalformedFormException malformed) {
            throw malformed(malformed.getMessage());
        }
    }

    private static void readPart(PartHeaders headers, InputStream bytes, Reader reader) throws IOException {
        if (headers.name() == null) {
            return;
        }
        if (headers.filename() == null) {
            reader.field(headers.name(), bytes);
        } else {
            reader.file(headers.name(), headers.filename(), headers.type(), bytes);
        }
    }

    private static String boundary(String contentType) {
        var match = BOUNDARY.matcher(contentType);
        if (!match.find()) {
            throw malformed("Invalid boundary in multipart: None");
        }
        var boundary = match.group(1) != null ? match.group(1) : match.group(2);
        if (boundary.length() > 200) {
            throw malformed("Invalid boundary in multipart: " + boundary.substring(0, 200));
        }
        return boundary;
    }

    private static ApiException malformed(String reason) {
        return ApiException.detail(400, "Multipart form parse error - " + reason);
    }
}
