package io.limn.data.cloudstorage;

import io.limn.data.media.SourceUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;

/** A bucket whose refusals are worded for the user, as {@link SourceUnavailableException}. */
final class Bucket {
    private final BucketClient client;
    private final BucketSettings settings;

    Bucket(BucketClient client, BucketSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** Whether a bucket can be used. */
    enum Status {
        AVAILABLE,
        FORBIDDEN,
        NOT_FOUND
    }

    private interface Call<T> {
        T run() throws IOException;
    }

    /** Its name. */
    String name() {
        return settings.name();
    }

    /** With what the keys begin that belong to the storage. */
    String prefix() {
        return settings.attributes().prefix();
    }

    /** Whether it can be used; one that does not answer cannot be found. */
    Status status() {
        try {
            client.check();
            return Status.AVAILABLE;
        } catch (BucketFault fault) {
            return fault.reason() == BucketFault.Reason.FORBIDDEN ? Status.FORBIDDEN : Status.NOT_FOUND;
        } catch (IOException silent) {
            return Status.NOT_FOUND;
        }
    }

    ObjectPage list(String prefix, boolean oneLevel, String token, int most) throws IOException {
        return worded(null, () -> client.list(prefix, oneLevel, token, most));
    }

    ObjectRange read(String key, long offset, int count) throws IOException {
        return worded(key, () -> client.read(key, offset, count));
    }

    CloudObject open(String key) throws IOException {
        return worded(key, () -> client.open(key));
    }

    /**
     * Reads a manifest.
     *
     * @return whether it is that of a video
     * @throws InvalidManifestException when it is none
     */
    boolean readManifest(String key, Consumer<ManifestItem> taker) throws IOException {
        try (var manifest = open(key)) {
            return new ManifestReader(key, manifest.bytes()).read(taker);
        }
    }

    void put(String key, InputStream bytes, long length) throws IOException {
        worded(key, () -> {
            client.put(key, bytes, length);
            return null;
        });
    }

    /** What a look at one object found. */
    Status look(String key) throws IOException {
        try {
            client.length(key);
            return Status.AVAILABLE;
        } catch (BucketFault fault) {
            return fault.reason() == BucketFault.Reason.FORBIDDEN ? Status.FORBIDDEN : Status.NOT_FOUND;
        }
    }

    Set<String> actions() throws IOException {
        return worded(null, client::actions);
    }

    private <T> T worded(String key, Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (BucketFault fault) {
            throw new SourceUnavailableException(
                    fault.reason() == BucketFault.Reason.NOT_FOUND ? 404 : 403, wording(key, fault.reason()));
        }
    }

    /** The object is to blame only where the bucket is there. */
    private String wording(String key, BucketFault.Reason reason) {
        var status = key == null ? null : status();
        if (status == Status.AVAILABLE) {
            return reason == BucketFault.Reason.NOT_FOUND
                    ? "The file '" + key + "' not found on the cloud storage '" + name() + "'"
                    : "Access to the file '" + key + "' on the '" + name() + "' cloud storage is denied";
        }
        return reason == BucketFault.Reason.NOT_FOUND
                ? "The resource " + name() + " not found. It may have been deleted."
                : "The resource " + name() + " is no longer available. Access forbidden.";
    }
}
