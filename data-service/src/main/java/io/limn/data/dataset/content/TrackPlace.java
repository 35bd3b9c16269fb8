package io.limn.data.dataset.content;

/**
 * Where a shape that belongs to a track stands in it.
 *
 * @param index    number of the track within what is exported, from 0
 * @param keyframe whether somebody drew it there; of a skeleton, any of its points
 */
public record TrackPlace(int index, boolean keyframe) {}
