package io.limn.data.cloudstorage;

/** Opens the buckets of one provider. */
public interface BucketOpener {
    /** Whose buckets. */
    Provider provider();

    /**
     * A client for a bucket; no request is made yet.
     *
     * @throws IllegalArgumentException when the settings cannot be those of a bucket; the message shows no secret
     */
    BucketClient open(BucketSettings settings);
}
