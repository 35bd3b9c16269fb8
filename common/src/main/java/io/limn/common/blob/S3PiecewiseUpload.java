package io.limn.common.blob;

import java.io.InputStream;
import java.util.ArrayList;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Sends an object in pieces. The limits are those of Amazon S3: at most 10,000 pieces. */
record S3PiecewiseUpload(S3Client client, String bucket, String name) {
    private static final long SMALLEST_PIECE = 32L << 20;
    private static final long MOST_PIECES = 10_000;

    /** Sends all bytes; after a failure the pieces that have arrived are given up. */
    void send(InputStream bytes, long length) {
        long size = Math.max(SMALLEST_PIECE, Math.ceilDiv(length, MOST_PIECES));
        var upload = client.createMultipartUpload(
                        create -> create.bucket(bucket).key(name))
                .uploadId();
        try {
            var pieces = new ArrayList<CompletedPart>();
            for (long sent = 0; sent < length; sent += size) {
                pieces.add(piece(upload, pieces.size() + 1, bytes, Math.min(size, length - sent)));
            }
            client.completeMultipartUpload(complete ->
                    complete.bucket(bucket).key(name).uploadId(upload).multipartUpload(parts -> parts.parts(pieces)));
        } catch (RuntimeException fault) {
            giveUp(upload, fault);
            throw fault;
        }
    }

    private CompletedPart piece(String upload, int number, InputStream bytes, long length) {
        var sent = client.uploadPart(
                part -> part.bucket(bucket).key(name).uploadId(upload).partNumber(number),
                RequestBody.fromInputStream(new Exactly(bytes, length), length));
        return CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build();
    }

    private void giveUp(String upload, RuntimeException fault) {
        try {
            client.abortMultipartUpload(abort -> abort.bucket(bucket).key(name).uploadId(upload));
        } catch (RuntimeException also) {
            fault.addSuppressed(also);
        }
    }
}
