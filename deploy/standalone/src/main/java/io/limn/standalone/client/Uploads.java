package io.limn.standalone.client;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Brings media into a task in the two ways that clients use: forms within an upload session, and resumable uploads (tus 1.0.0). */
public final class Uploads {
    /** Files per form: forms stay small enough to be repeated. */
    private static final int FILES_PER_FORM = 50;

    private static final int PIECE_BYTES = 4 << 20;

    private final ApiClient client;

    public Uploads(ApiClient client) {
        this.client = client;
    }

    /**
     * Uploads small files in a session: start, forms, finish.
     *
     * @param settings image_quality, chunk_size and so on, as in the finishing request
     * @return identifier of the background request that processes them
     */
    public String inForms(int task, List<Attachment> files, Map<String, Object> settings) {
        String path = "/api/tasks/" + task + "/data";
        client.send("POST", path, Map.of(), "Upload-Start", "true").expect(202);
        for (int from = 0; from < files.size(); from += FILES_PER_FORM) {
            List<Attachment> some = files.subList(from, Math.min(files.size(), from + FILES_PER_FORM));
            client.multipart(path, Map.of("image_quality", "70"), "client_files[%d]", some, "Upload-Multiple", "true")
                    .expect(200);
        }
        return client.begin(path, settings, "Upload-Finish", "true");
    }

    /** Uploads one large file piece by piece within a session. */
    public String resumable(int task, Attachment file, Map<String, Object> settings) {
        String path = "/api/tasks/" + task + "/data";
        client.send("POST", path, Map.of(), "Upload-Start", "true").expect(202);
        resumableFile(path + "/", file);
        return client.begin(path, settings, "Upload-Finish", "true");
    }

    /**
     * One resumable upload.
     *
     * @param collection path that ends in a slash
     * @return the name under which the server keeps it
     */
    public String resumableFile(String collection, Attachment file) {
        Answer created = client.send(
                        "POST",
                        collection,
                        null,
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        Integer.toString(file.content().length),
                        "Upload-Metadata",
                        "filename "
                                + Base64.getEncoder().encodeToString(file.name().getBytes(StandardCharsets.UTF_8)))
                .expect(201);
        String location = created.header("Location").orElseThrow();
        for (byte[] piece : pieces(file.content())) {
            sendPiece(location, piece, offset(location));
        }
        return created.header("Upload-Filename").orElse(file.name());
    }

    private long offset(String location) {
        Answer head =
                client.send("HEAD", location, null, "Tus-Resumable", "1.0.0").expect(200);
        return Long.parseLong(head.header("Upload-Offset").orElseThrow());
    }

    private void sendPiece(String location, byte[] piece, long offset) {
        client.exchange(
                        "PATCH",
                        location,
                        "application/offset+octet-stream",
                        BodyPublishers.ofByteArray(piece),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Offset",
                        Long.toString(offset))
                .expect(204);
    }

    private static List<byte[]> pieces(byte[] content) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < content.length; from += PIECE_BYTES) {
            pieces.add(Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE_BYTES)));
        }
        return pieces;
    }
}
