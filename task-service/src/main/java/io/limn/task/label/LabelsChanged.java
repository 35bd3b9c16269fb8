package io.limn.task.label;

import java.util.List;

/**
 * Fired in the transaction that changes attributes of labels: what has no values of its own shows other ones now.
 *
 * @param labelIds the labels
 */
public record LabelsChanged(List<Long> labelIds) {}
