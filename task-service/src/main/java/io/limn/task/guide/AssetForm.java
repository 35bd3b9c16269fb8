package io.limn.task.guide;

import io.limn.common.api.ApiException;
import io.limn.common.api.form.MultipartBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The form that brings an asset. */
final class AssetForm implements MultipartBody.Reader {
    private static final int LONGEST_FIELD = 1000;

    private String guide;
    private AssetFile file;

    private AssetForm() {}

    /**
     * Reads a form.
     *
     * @param type its content type, {@code null} when there is none
     * @throws ApiException 415 for another type, 400 for a malformed body
     */
    static AssetForm read(InputStream body, String type) {
        var form = new AssetForm();
        try {
            if (MultipartBody.isMultipart(type)) {
                MultipartBody.read(body, type, form);
            } else if (body != null && body.read() != -1) {
                throw ApiException.unsupportedMediaType(type == null ? "" : type);
            }
        } catch (IOException broken) {
            throw ApiException.detail(400, "The body could not be read");
        }
        return form;
    }

    @Override
    public void field(String name, InputStream value) throws IOException {
        if (name.equals("guide_id")) {
            guide = new String(value.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8).strip();
        }
    }

    @Override
    public void file(String field, String name, String type, InputStream bytes) throws IOException {
        if (field.equals("file") && !name.isBlank()) {
            file = AssetFile.of(name, type, bytes.readNBytes(AssetFile.MOST_BYTES + 1));
        }
    }

    /**
     * The guide that is named.
     *
     * @throws ApiException 400 when there can be none
     */
    long guide() {
        if (guide == null || !guide.matches("\\d{1,18}")) {
            throw noGuide();
        }
        return Long.parseLong(guide);
    }

    /** 400 of a form whose guide is not there. */
    static ApiException noGuide() {
        return ApiException.rule("AnnotationGuide matching query does not exist.");
    }

    /**
     * The file.
     *
     * @throws ApiException 400 when there is none
     */
    AssetFile file() {
        if (file == null || file.name().isEmpty()) {
            throw ApiException.field("file", "No file was submitted.");
        }
        return file;
    }
}
