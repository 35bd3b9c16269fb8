package io.limn.data.cloudstorage;

import java.util.Map;

/** Settings of buckets that tests enter. */
public final class TestSettings {
    private TestSettings() {}

    /** The settings of a bucket. */
    public static BucketSettings of(
            Provider provider, String name, CredentialsType type, Map<String, String> secrets, String attributes) {
        return new BucketSettings(provider, name, new Credentials(type, secrets), Attributes.parse(attributes));
    }
}
