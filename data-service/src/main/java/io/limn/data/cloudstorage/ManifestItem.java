package io.limn.data.cloudstorage;

import java.util.List;

/**
 * A file that a manifest in a bucket names.
 *
 * @param key     of the object
 * @param width   pixels, {@code null} when it does not say
 * @param height  pixels, {@code null} when it does not say
 * @param related keys of pictures that show its context
 */
public record ManifestItem(String key, Integer width, Integer height, List<String> related) {}
