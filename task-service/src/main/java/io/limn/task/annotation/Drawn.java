package io.limn.task.annotation;

import io.limn.common.geometry.Points;

/**
 * A keyframe with its coordinates as numbers.
 *
 * @param keyframe as it was sent or stored
 * @param points   its coordinates
 */
record Drawn(Keyframe keyframe, Points points) {}
