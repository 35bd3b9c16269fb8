package io.limn.data.upload;

import io.limn.common.api.ApiException;
import io.limn.common.api.Links;
import io.limn.common.blob.BlobStore;
import io.limn.common.identity.Caller;
import io.limn.data.blob.BlobIntents;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;

/**
 * Resumable uploads into any collection. An upload belongs to the user whose id begins its id. Its bytes are cut into
 * parts that are stored as they arrive: a broken request keeps what has come, and any replica takes the next one.
 */
@ApplicationScoped
public class TusUploads {
    private final Uploads uploads;
    private final BlobStore store;
    private final BlobIntents intents;
    private final Caller caller;
    private final Links links;

    TusUploads(Uploads uploads, BlobStore store, BlobIntents intents, Caller caller, Links links) {
        this.uploads = uploads;
        this.store = store;
        this.intents = intents;
        this.caller = caller;
        this.links = links;
    }

    /** Tells what the protocol can do here. */
    public Response options() {
        return TusHeaders.status(204);
    }

    /**
     * Creates an upload.
     *
     * @param named      whether files keep the name that their metadata gives, which is demanded then
     * @param beforehand done when nothing speaks against the upload
     */
    public Response create(String collection, boolean named, HttpServerRequest request, Runnable beforehand) {
        long length = length(request.getHeader("Upload-Length"));
        if (length > TusHeaders.MOST) {
            return TusHeaders.message(413, "File size exceeds max limit of " + TusHeaders.MOST + " bytes");
        }
        if (length < 1) {
            return TusHeaders.message(400, "Upload-Length is expected to be a positive integer");
        }
        var fileId = caller.principal().id() + "_" + UUID.randomUUID();
        var name = fileId;
        if (named) {
            String sent;
            try {
                sent = UploadMetadata.parse(request.getHeader("Upload-Metadata"))
                        .getOrDefault("filename", "");
            } catch (IllegalArgumentException undecodable) {
                return TusHeaders.message(400, "Upload-Metadata cannot be decoded");
            }
            if (sent.isBlank()) {
                return TusHeaders.message(400, "Metadata is expected to contain 'filename' key");
            }
            name = FileNames.ofMetadata(sent).orElseThrow(() -> new ForbiddenNameException(sent));
            if (uploads.has(collection, name)) {
                return TusHeaders.message(409, "File with same name already exists");
            }
        }
        beforehand.run();
        uploads.announce(collection, fileId, name, length, caller.principal().id());
        var path = request.path().replaceFirst("/+$", "");
        return TusHeaders.on(Response.status(201))
                .header("Location", links.to(path + "/" + fileId))
                .header("Upload-Filename", asHeader(name))
                .build();
    }

    private static long length(String header) {
        return header != null && header.strip().matches("\\d{1,18}") ? Long.parseLong(header.strip()) : 0;
    }

    /** Headers are of Latin-1; other characters go out as the bytes of their UTF-8 form, as clients expect them. */
    private static String asHeader(String name) {
        return new String(
                name.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** How far an upload is. */
    public Response head(String collection, String fileId) {
        if (!isOwn(fileId)) {
            return TusHeaders.status(403);
        }
        return uploads.unfinished(collection, fileId)
                .map(upload -> TusHeaders.on(Response.ok())
                        .header("Upload-Offset", upload.received())
                        .header("Upload-Length", upload.length())
                        .build())
                .orElseGet(() -> TusHeaders.status(404));
    }

    /**
     * Takes the next bytes of an upload.
     *
     * @throws ApiException 400 when the connection breaks; what came before is kept
     * @throws IOException  when the bytes cannot be stored
     */
    public Response patch(String collection, String fileId, HttpServerRequest request, InputStream body)
            throws IOException {
        requireType(request.getHeader("Content-Type"));
        if (!isOwn(fileId)) {
            return TusHeaders.status(403);
        }
        var found = uploads.unfinished(collection, fileId);
        if (found.isEmpty()) {
            return TusHeaders.status(404);
        }
        var upload = found.get();
        if (offset(request.getHeader("Upload-Offset")) != upload.received()) {
            return TusHeaders.status(409);
        }
        var sent = request.getHeader("Content-Length");
        if (sent == null || !sent.matches("\\d{1,18}")) {
            throw ApiException.rule("Content-Length header is missing");
        }
        if (Long.parseLong(sent) > upload.length() - upload.received()) {
            return TusHeaders.status(413);
        }
        var writer = UUID.randomUUID();
        return uploads.takeOver(upload.id(), upload.received(), writer)
                ? write(upload, writer, Long.parseLong(sent), body)
                : TusHeaders.status(409);
    }

    private static void requireType(String type) {
        var name = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!name.equals("application/offset+octet-stream")) {
            throw ApiException.unsupportedMediaType(type == null ? "" : type);
        }
    }

    private static long offset(String header) {
        if (header == null) {
            return 0;
        }
        return header.strip().matches("\\d{1,18}") ? Long.parseLong(header.strip()) : -1;
    }

    private Response write(Upload upload, UUID writer, long length, InputStream body) throws IOException {
        long offset = upload.received();
        long end = offset + length;
        try (var spool = new Spool()) {
            while (offset < end) {
                long taken = spool.fill(body, Math.min(PartCutter.PART, end - offset));
                if (taken > 0 && !store(upload, writer, new StoredPart(offset, taken, key(upload)), spool)) {
                    return TusHeaders.status(409);
                }
                offset += taken;
                if (spool.fault() != null) {
                    throw ApiException.detail(400, "The body could not be read");
                }
                if (taken == 0) {
                    break;
                }
            }
        }
        return TusHeaders.on(Response.status(204))
                .header("Upload-Offset", offset)
                .build();
    }

    private boolean store(Upload upload, UUID writer, StoredPart part, Spool spool) throws IOException {
        intents.open(part.key());
        spool.put(store, part.key());
        boolean appended = uploads.append(upload, writer, part);
        if (!appended) {
            intents.discard(part.key());
        }
        return appended;
    }

    private static String key(Upload upload) {
        return Uploads.resumableFolder(upload.collection(), upload.fileId()) + UUID.randomUUID();
    }

    private boolean isOwn(String fileId) {
        return fileId.startsWith(caller.principal().id() + "_");
    }
}
