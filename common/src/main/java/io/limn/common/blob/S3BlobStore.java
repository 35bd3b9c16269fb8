package io.limn.common.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Blobs as objects of a bucket. Large ones are sent in several pieces and appear when the last has arrived. */
public final class S3BlobStore implements BlobStore, AutoCloseable {
    private static final long LARGEST_SINGLE_PUT = 64L << 20;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    private S3BlobStore(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /**
     * Opens the configured bucket.
     *
     * @throws IllegalStateException when no bucket is configured
     */
    public static S3BlobStore open(BlobConfig.S3 config) {
        var bucket = config.bucket().orElseThrow(() -> new IllegalStateException("limn.blob.s3.bucket is not set"));
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(config.region()))
                .forcePathStyle(config.pathStyle())
                // Many servers that speak S3 do not know the newer check sums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        config.endpoint().ifPresent(builder::endpointOverride);
        config.accessKey()
                .ifPresent(
                        key -> builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                                key,
                                config.secretKey()
                                        .orElseThrow(() ->
                                                new IllegalStateException("limn.blob.s3.secret-key is not set"))))));
        var prefix = config.prefix().map(p -> p.endsWith("/") ? p : p + "/").orElse("");
        return new S3BlobStore(builder.build(), bucket, prefix);
    }

    @Override
    public void put(String key, InputStream bytes, long length) throws IOException {
        var name = name(key);
        var exactly = new Exactly(bytes, length);
        try {
            if (length > LARGEST_SINGLE_PUT) {
                new S3PiecewiseUpload(client, bucket, name).send(exactly, length);
            } else {
                client.putObject(put -> put.bucket(bucket).key(name), RequestBody.fromInputStream(exactly, length));
            }
        } catch (SdkException | IllegalStateException fault) {
            // The client cannot send a stream twice and says so instead of telling why the first attempt failed.
            throw exactly.fault() == null ? failure(key, fault) : exactly.fault();
        }
    }

    @Override
    public InputStream get(String key) throws IOException {
        return open(key, null);
    }

    @Override
    public InputStream get(String key, long offset, long length) throws IOException {
        if (length == 0) {
            size(key);
            return InputStream.nullInputStream();
        }
        return open(key, "bytes=" + offset + "-" + (Math.addExact(offset, length) - 1));
    }

    private InputStream open(String key, String range) throws IOException {
        var name = name(key);
        try {
            return client.getObject(get -> get.bucket(bucket).key(name).range(range));
        } catch (NoSuchKeyException missing) {
            throw new BlobNotFoundException(key);
        } catch (S3Exception fault) {
            if (fault.statusCode() == 416) {
                return InputStream.nullInputStream();
            }
            throw failure(key, fault);
        } catch (SdkException fault) {
            throw failure(key, fault);
        }
    }

    @Override
    public long size(String key) throws IOException {
        var name = name(key);
        try {
            return client.headObject(head -> head.bucket(bucket).key(name)).contentLength();
        } catch (NoSuchKeyException missing) {
            throw new BlobNotFoundException(key);
        } catch (SdkException fault) {
            throw failure(key, fault);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        var name = name(key);
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(name));
        } catch (SdkException fault) {
            throw failure(key, fault);
        }
    }

    @Override
    public Stream<String> list(String start) throws IOException {
        BlobKeys.requirePrefix(start);
        try {
            return client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix + start)).contents().stream()
                    .map(S3Object::key)
                    .map(name -> name.substring(prefix.length()));
        } catch (SdkException fault) {
            throw failure(start, fault);
        }
    }

    private String name(String key) {
        return prefix + BlobKeys.require(key);
    }

    private static IOException failure(String key, RuntimeException fault) {
        return new IOException("The object store refused " + key + ": " + fault.getMessage(), fault);
    }

    @Override
    public void close() {
        client.close();
    }
}
