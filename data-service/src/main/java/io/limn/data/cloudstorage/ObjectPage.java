package io.limn.data.cloudstorage;

import java.util.List;

/**
 * Some keys of a bucket.
 *
 * @param folders prefixes that end with a slash; empty unless one level was asked for
 * @param keys    objects
 * @param next    token of the next page, {@code null} on the last
 */
public record ObjectPage(List<String> folders, List<String> keys, String next) {}
