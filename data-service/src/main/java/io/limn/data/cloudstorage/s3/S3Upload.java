package io.limn.data.cloudstorage.s3;

import io.limn.data.cloudstorage.Pieces;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Sends an object: a small one at once, a large one in pieces, each of which is held until it has arrived. */
final class S3Upload {
    private static final int MOST_PIECES = 9_000;

    private final S3Client client;
    private final String bucket;
    private final String key;

    S3Upload(S3Client client, String bucket, String key) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
    }

    void send(InputStream bytes, long length) throws IOException {
        if (length <= Pieces.SIZE) {
            var all = Pieces.next(bytes, (int) length);
            client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(all));
            return;
        }
        var upload = client.createMultipartUpload(
                        create -> create.bucket(bucket).key(key))
                .uploadId();
        try {
            sendPieces(bytes, length, upload);
        } catch (IOException | RuntimeException broken) {
            client.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(upload));
            throw broken;
        }
    }

    private void sendPieces(InputStream bytes, long length, String upload) throws IOException {
        int size = Pieces.size(length, MOST_PIECES);
        var pieces = new ArrayList<CompletedPart>();
        for (long sent = 0; sent < length; sent += size) {
            int number = pieces.size() + 1;
            var piece = RequestBody.fromBytes(Pieces.next(bytes, (int) Math.min(size, length - sent)));
            var tag = client.uploadPart(
                            part -> part.bucket(bucket)
                                    .key(key)
                                    .uploadId(upload)
                                    .partNumber(number),
                            piece)
                    .eTag();
            pieces.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        }
        client.completeMultipartUpload(complete ->
                complete.bucket(bucket).key(key).uploadId(upload).multipartUpload(all -> all.parts(pieces)));
    }
}
