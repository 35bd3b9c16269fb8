package io.limn.data.dataset.content;

/**
 * A line between two points of a skeleton.
 *
 * @param from number of a point, from 1
 * @param to   number of the other one, from 1
 */
public record Joint(int from, int to) {}
