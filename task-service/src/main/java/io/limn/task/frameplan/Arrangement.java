package io.limn.task.frameplan;

/**
 * How the frames of a task are arranged.
 *
 * @param data   the data with the frames in their final order
 * @param cut    segments of the annotators
 * @param layout validation frames, {@code null} for none
 */
record Arrangement(ProcessedData data, Cut cut, ValidationLayout layout) {}
