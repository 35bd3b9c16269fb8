package io.limn.common.api;

import java.util.List;

/**
 * One page of a list.
 *
 * @param count    objects in the whole list
 * @param next     absolute link to the next page, {@code null} on the last
 * @param previous absolute link to the page before, {@code null} on the first
 * @param results  the objects of this page
 */
public record Page<T>(long count, String next, String previous, List<T> results) {}
