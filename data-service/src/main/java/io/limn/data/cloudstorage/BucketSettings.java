package io.limn.data.cloudstorage;

/**
 * All that is needed to enter a bucket or container.
 *
 * @param provider    who runs it
 * @param name        its name
 * @param credentials how it is entered
 * @param attributes  the rest
 */
public record BucketSettings(Provider provider, String name, Credentials credentials, Attributes attributes) {}
