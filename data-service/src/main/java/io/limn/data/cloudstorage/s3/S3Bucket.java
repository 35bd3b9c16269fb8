package io.limn.data.cloudstorage.s3;

import io.limn.data.cloudstorage.BucketClient;
import io.limn.data.cloudstorage.BucketFault;
import io.limn.data.cloudstorage.CloudObject;
import io.limn.data.cloudstorage.ObjectPage;
import io.limn.data.cloudstorage.ObjectRange;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket that speaks S3. */
final class S3Bucket implements BucketClient {
    private final S3Client client;
    private final String bucket;

    S3Bucket(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** A call of the library. */
    private interface Call<T> {
        T run() throws IOException;
    }

    private static <T> T call(Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (AwsServiceException refused) {
            throw BucketFault.of(refused.statusCode());
        } catch (RuntimeException broken) {
            // Its message may name the request as it was signed.
            throw new IOException("The cloud storage does not answer", broken.getCause());
        }
    }

    @Override
    public void check() throws IOException {
        call(() -> client.headBucket(head -> head.bucket(bucket)));
    }

    @Override
    public ObjectPage list(String prefix, boolean oneLevel, String token, int most) throws IOException {
        var page = call(() -> client.listObjectsV2(list -> list.bucket(bucket)
                .prefix(prefix)
                .delimiter(oneLevel ? "/" : null)
                .continuationToken(token)
                .maxKeys(most)));
        return new ObjectPage(
                page.commonPrefixes().stream().map(CommonPrefix::prefix).toList(),
                page.contents().stream().map(S3Object::key).toList(),
                Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null);
    }

    @Override
    public long length(String key) throws IOException {
        return call(() -> client.headObject(head -> head.bucket(bucket).key(key)))
                .contentLength();
    }

    @Override
    public ObjectRange read(String key, long offset, int count) throws IOException {
        try {
            return call(() -> {
                var range = "bytes=" + offset + "-" + (offset + count - 1);
                try (var answer =
                        client.getObject(get -> get.bucket(bucket).key(key).range(range))) {
                    var bytes = answer.readNBytes(count);
                    return new ObjectRange(bytes, total(answer.response()));
                }
            });
        } catch (BucketFault refused) {
            if (refused.reason() == BucketFault.Reason.REFUSED && length(key) <= offset) {
                return new ObjectRange(new byte[0], length(key));
            }
            throw refused;
        }
    }

    /** The length of the whole object; a server that knows no ranges answers all of it. */
    private static long total(GetObjectResponse answer) {
        var range = answer.contentRange();
        return range == null ? answer.contentLength() : Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
    }

    @Override
    public CloudObject open(String key) throws IOException {
        var answer = call(() -> client.getObject(get -> get.bucket(bucket).key(key)));
        return new CloudObject(new Content(answer), answer.response().contentLength());
    }

    @Override
    public void put(String key, InputStream bytes, long length) throws IOException {
        call(() -> {
            new S3Upload(client, bucket, key).send(bytes, length);
            return null;
        });
    }

    @Override
    public Set<String> actions() throws IOException {
        try {
            return S3Policy.actions(call(() -> client.getBucketPolicy(get -> get.bucket(bucket)))
                    .policy());
        } catch (BucketFault none) {
            if (none.reason() == BucketFault.Reason.FORBIDDEN) {
                throw none;
            }
            check();
            return S3Policy.ALL;
        }
    }

    /** Gives the connection up when it is closed early, instead of reading the rest. */
    private static final class Content extends FilterInputStream {
        private final ResponseInputStream<GetObjectResponse> answer;
        private boolean ended;

        Content(ResponseInputStream<GetObjectResponse> answer) {
            super(answer);
            this.answer = answer;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            ended |= value < 0;
            return value;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int count = in.read(into, at, length);
            ended |= count < 0;
            return count;
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                answer.abort();
            }
            super.close();
        }
    }
}
