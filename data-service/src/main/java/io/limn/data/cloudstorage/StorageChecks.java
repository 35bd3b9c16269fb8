package io.limn.data.cloudstorage;

import java.io.IOException;
import java.util.Collection;

/** Finds out whether a storage is what its owner says. */
final class StorageChecks {
    private final Buckets buckets;
    private final String act;

    /** Checks before a storage is made or changed, whose word is {@code create} or {@code update}. */
    StorageChecks(Buckets buckets, String act) {
        this.buckets = buckets;
        this.act = act;
    }

    /**
     * Checks settings.
     *
     * @param manifests to be looked for
     * @throws UnfitStorageException when something is wrong
     */
    void check(Storage storage, Collection<String> manifests) throws UnfitStorageException {
        var settings = storage.settings();
        checkPrefix(settings.attributes().prefix());
        checkCredentials(settings);
        try {
            var bucket = buckets.of(settings);
            checkBucket(bucket);
            for (var manifest : manifests) {
                checkManifest(bucket, manifest);
            }
        } catch (IllegalArgumentException insufficient) {
            throw UnfitStorageException.ofAll(insufficient.getMessage());
        }
    }

    private static void checkPrefix(String prefix) throws UnfitStorageException {
        if (prefix.startsWith("/")) {
            throw UnfitStorageException.ofAll("Prefix cannot start with forward slash (\"/\").");
        }
        if (prefix.contains("//")) {
            throw UnfitStorageException.ofAll("Prefix cannot contain multiple slashes in a row.");
        }
    }

    private static void checkCredentials(BucketSettings settings) throws UnfitStorageException {
        var credentials = settings.credentials();
        if (settings.provider() == Provider.AZURE_CONTAINER
                && !credentials.has("account_name")
                && !credentials.has("connection_string")) {
            throw new UnfitStorageException(
                    "non_field_errors", "Account name or connection string for Azure container was not specified");
        }
    }

    private void checkBucket(Bucket bucket) throws UnfitStorageException {
        switch (bucket.status()) {
            case NOT_FOUND ->
                throw new UnfitStorageException(
                        "resource", "The resource " + bucket.name() + " not found. It may have been deleted.");
            case FORBIDDEN ->
                throw new UnfitStorageException(
                        "credentials",
                        "Cannot " + act + " resource " + bucket.name()
                                + " with specified credentials. Access forbidden.");
            case AVAILABLE -> {
                // As it should be.
            }
        }
    }

    private static void checkManifest(Bucket bucket, String manifest) throws UnfitStorageException {
        switch (look(bucket, manifest)) {
            case NOT_FOUND ->
                throw new UnfitStorageException(
                        "manifests",
                        "The '" + manifest + "' file does not exist on '" + bucket.name() + "' cloud storage");
            case FORBIDDEN ->
                throw new UnfitStorageException(
                        "manifests",
                        "The '" + manifest + "' file does not available on '" + bucket.name()
                                + "' cloud storage. Access denied");
            case AVAILABLE -> {
                // As it should be.
            }
        }
    }

    private static Bucket.Status look(Bucket bucket, String manifest) throws UnfitStorageException {
        try {
            return bucket.look(manifest);
        } catch (IOException silent) {
            throw new UnfitStorageException(
                    "resource", "The resource " + bucket.name() + " not found. It may have been deleted.");
        }
    }
}
