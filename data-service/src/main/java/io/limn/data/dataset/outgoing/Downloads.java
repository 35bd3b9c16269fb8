package io.limn.data.dataset.outgoing;

import io.limn.common.api.ApiException;
import io.limn.common.blob.BlobStore;
import io.limn.common.identity.Caller;
import io.limn.data.request.ExportRequest;
import io.limn.data.request.ExportRequests;
import io.limn.data.upload.StoredPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Gives out exported files, whole or in ranges, never compressed. */
@ApplicationScoped
public class Downloads {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
    private static final Pattern IDENTIFIER = Pattern.compile("action=[a-z]+&target=[a-z]+(&[a-z_]+=[^&]*)+");

    private final ExportRequests requests;
    private final ExportFiles files;
    private final BlobStore store;
    private final Caller caller;

    Downloads(ExportRequests requests, ExportFiles files, BlobStore store, Caller caller) {
        this.requests = requests;
        this.files = files;
        this.store = store;
        this.caller = caller;
    }

    /**
     * A file, or a range of it.
     *
     * @throws ApiException 400, 403 or 404 when there is none for the caller
     */
    Response get(String rqId, String range, String ifRange) {
        var named = find(rqId);
        long length = named.file().length();
        var asked = range == null ? null : RANGE.matcher(range.strip());
        boolean whole = asked == null
                || !asked.matches()
                || asked.group(1).isEmpty() && asked.group(2).isEmpty()
                || ifRange != null && !ifRange.equals(tag(named));
        if (whole) {
            return headers(Response.ok(output(named, 0, length)), named, length).build();
        }
        long first = asked.group(1).isEmpty()
                ? Math.max(0, length - Long.parseLong(asked.group(2)))
                : Long.parseLong(asked.group(1));
        long last = asked.group(1).isEmpty() || asked.group(2).isEmpty()
                ? length - 1
                : Math.min(length - 1, Long.parseLong(asked.group(2)));
        if (first >= length || last < first) {
            return Response.status(416)
                    .header("Content-Range", "bytes */" + length)
                    .build();
        }
        return headers(Response.status(206).entity(output(named, first, last + 1)), named, last + 1 - first)
                .header("Content-Range", "bytes " + first + "-" + last + "/" + length)
                .build();
    }

    /** The same without bytes. */
    Response head(String rqId) {
        var named = find(rqId);
        return headers(Response.ok(), named, named.file().length()).build();
    }

    private ExportFiles.Named find(String rqId) {
        if (rqId == null || rqId.isEmpty()) {
            throw ApiException.rule("Missing request id in the query parameters");
        }
        if (!IDENTIFIER.matcher(rqId).matches()) {
            throw ApiException.rule("Unexpected request id format");
        }
        var request = requests.find(rqId)
                .filter(ExportRequest::isExport)
                .orElseThrow(() -> ApiException.text(400, "Unknown export request id"));
        var user = caller.principal();
        if (request.userId() != user.id() && !user.isAdmin()) {
            throw ApiException.forbidden();
        }
        if (!request.status().equals("finished")) {
            throw ApiException.text(400, "The export process is not finished");
        }
        if (!request.hasFile()) {
            throw ApiException.text(400, "The export process has no result file to be downloaded locally");
        }
        return files.of(request.number())
                .orElseThrow(() -> ApiException.of(404, "The exported file has expired, please retry exporting"));
    }

    private static Response.ResponseBuilder headers(
            Response.ResponseBuilder response, ExportFiles.Named named, long length) {
        return response.type("application/zip")
                .header("Content-Length", length)
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-transform")
                .header("ETag", tag(named))
                .header("Content-Disposition", disposition(named.name()));
    }

    private static String tag(ExportFiles.Named named) {
        return "\"export-" + named.file().id() + "\"";
    }

    private static String disposition(String name) {
        var clean = name.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "");
        var ascii =
                clean.replaceAll("[^\\x20-\\x7e]", "_").replace("\\", "\\\\").replace("\"", "\\\"");
        boolean plain = clean.chars().allMatch(letter -> letter < 0x7f);
        return "attachment; filename=\"" + ascii + "\""
                + (plain
                        ? ""
                        : "; filename*=UTF-8''"
                                + URLEncoder.encode(clean, StandardCharsets.UTF_8)
                                        .replace("+", "%20"));
    }

    private StreamingOutput output(ExportFiles.Named named, long start, long end) {
        return out -> write(named.file().parts(), start, end, out);
    }

    private void write(List<StoredPart> parts, long start, long end, OutputStream out) throws IOException {
        for (var part : parts) {
            long from = Math.max(start, part.start()) - part.start();
            long to = Math.min(end, part.start() + part.length()) - part.start();
            if (from < to) {
                try (var bytes = store.get(part.key(), from, to - from)) {
                    bytes.transferTo(out);
                }
            }
        }
    }
}
