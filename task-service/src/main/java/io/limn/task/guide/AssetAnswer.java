package io.limn.task.guide;

import io.limn.common.api.ApiException;
import io.limn.common.api.conditional.EntityTag;
import io.limn.common.blob.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes the answers that carry the bytes of assets, to be shown in the page. */
@ApplicationScoped
class AssetAnswer {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    private final BlobStore bytes;

    AssetAnswer(BlobStore bytes) {
        this.bytes = bytes;
    }

    /**
     * The whole asset, or the part that is asked for. Its bytes never change, so that its id is the tag of them.
     *
     * @param range the header {@code Range}, {@code null} without one; what is none asks for the whole
     * @param known the header {@code If-None-Match}, {@code null} without one
     * @throws ApiException 416 when the part is none of the asset's
     */
    Response of(Asset asset, String range, String known) {
        if (known != null && EntityTag.matchesWeakly(known, asset.tag())) {
            return Response.status(304).header(HttpHeaders.ETAG, asset.tag()).build();
        }
        var asked = RANGE.matcher(range == null ? "" : range);
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return answer(Response.ok(), asset, 0, asset.size() - 1).build();
        }
        long first = asked.group(1).isEmpty()
                ? Math.max(0, asset.size() - Long.parseLong(asked.group(2)))
                : Long.parseLong(asked.group(1));
        long last = asked.group(1).isEmpty() || asked.group(2).isEmpty()
                ? asset.size() - 1
                : Math.min(asset.size() - 1, Long.parseLong(asked.group(2)));
        if (first > last) {
            throw ApiException.of(416, null).with("Content-Range", "bytes */" + asset.size());
        }
        return answer(Response.status(206), asset, first, last)
                .header("Content-Range", "bytes " + first + "-" + last + "/" + asset.size())
                .build();
    }

    private Response.ResponseBuilder answer(Response.ResponseBuilder answer, Asset asset, long first, long last) {
        try {
            return answer.entity(bytes.get(asset.key(), first, last - first + 1))
                    .type(asset.mediaType())
                    .header(HttpHeaders.CONTENT_LENGTH, last - first + 1)
                    .header("Accept-Ranges", "bytes")
                    .header(HttpHeaders.ETAG, asset.tag())
                    .header(HttpHeaders.CONTENT_DISPOSITION, inline(asset.filename()));
        } catch (IOException failure) {
            throw new UncheckedIOException("An asset could not be read", failure);
        }
    }

    /** The header that shows a file in the page, under its name. */
    static String inline(String filename) {
        var name = filename.replaceAll("\\s+", " ");
        var ascii = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^\\x20-\\x7e]", "")
                .replace("\\", "\\\\")
                .replace("\"", "\\\"");
        var header = "inline; filename=\"" + ascii + "\"";
        return name.chars().allMatch(c -> c < 128)
                ? header
                : header + "; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
